/** The page's style sheet: light and dark by the reader's choice, one column, readable from 320 pixels up. */
export const STYLE = `
:root{color-scheme:light dark;--page:#f5f6f8;--card:#fff;--line:#d5dae1;--soft:#eceff3;--text:#1b2027;--muted:#57606a;--link:#0b5cad;
--accent:#5b46c9;--bar:#cfc8f4;--bar-text:#2a2166;--pass:#19713a;--fail:#c01c2c;--warn:#8a5a00;--fail-soft:#fdeaec;--warn-soft:#fdf3dc;--note-soft:#e8effc;--quiet:#d7dce3;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{--page:#0e1116;--card:#161b22;--line:#30363d;--soft:#21262d;--text:#e6e9ee;--muted:#9aa4af;--link:#6cb2ff;
--accent:#a99bf5;--bar:#453a85;--bar-text:#ece8ff;--pass:#4ac26b;--fail:#ff7b72;--warn:#e0a93b;--fail-soft:#3a1a1e;--warn-soft:#33280f;--note-soft:#14263f;--quiet:#3a424c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
main,header>div{max-width:62rem;margin:0 auto;padding:0 1rem}
a{color:var(--link);text-underline-offset:.15em}
code,pre,.log,kbd,samp{font-family:var(--mono);font-size:.87em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{width:1em;height:1em;flex:none;vertical-align:-.12em;fill:none;stroke:#fff;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;overflow:visible}
.icon circle,.icon .body{fill:var(--muted);stroke:none}
.icon.success circle{fill:var(--pass)}.icon.failure circle{fill:var(--fail)}.icon.cancelled circle,.icon.warning .body{fill:var(--warn)}.icon.notice circle{fill:var(--accent)}
@media (prefers-color-scheme:dark){.icon{stroke:#0e1116}}
header{background:var(--card);border-bottom:1px solid var(--line);border-top:5px solid var(--muted);padding:1.4rem 0 1.1rem}
header.success{border-top-color:var(--pass)}header.failure{border-top-color:var(--fail)}header.cancelled{border-top-color:var(--warn)}
h1{font-size:1.55rem;line-height:1.25;margin:0 0 .7rem;display:flex;gap:.6rem;align-items:center}
h1 .icon{width:1.25em;height:1.25em}
.facts{display:flex;flex-wrap:wrap;gap:.55rem 2.2rem;margin:0}
.facts dt{font-size:.76rem;color:var(--muted)}.facts dd{margin:0;font-weight:500}
nav{margin-top:1rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.9rem}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1.1rem 0;padding:1.1rem 1.25rem;scroll-margin-top:.5rem}
section>h2{font-size:1.05rem;margin:0 0 .8rem;color:var(--muted);font-weight:600}
footer{color:var(--muted);font-size:.83rem;padding:.2rem 0 2.5rem}
.count{color:var(--muted);font-weight:400}
.from{color:var(--muted);font-size:.83rem;margin:1.6rem 0 .4rem}
.from:first-of-type{margin-top:0}
.md>*:first-child{margin-top:0}.md>*:last-child{margin-bottom:0}
.md h1,.md h2,.md h3,.md h4{line-height:1.3;margin:1.5em 0 .6em;color:var(--text)}
.md h2{text-wrap:balance;font-size:1.3rem;padding-bottom:.35em;border-bottom:1px solid var(--line)}.md h3{font-size:1.05rem}.md h4{font-size:1rem}
.md p,.md ul,.md ol{margin:.6em 0}.md ul,.md ol{padding-left:1.4em}
.md table{border-collapse:collapse;font-size:.94em}
.md .scroll{overflow-x:auto;margin:.8em 0}
.md td>code,.md td a>code{overflow-wrap:break-word!important}
.md th,.md td{border:1px solid var(--line);padding:.36rem .7rem;text-align:left;vertical-align:top;overflow-wrap:break-word;max-width:21rem}
.md th[align=right],.md td[align=right]{text-align:right;white-space:nowrap}
.md thead th{background:var(--soft);font-weight:600}
.md :not(pre)>code{background:var(--soft);border-radius:5px;padding:.12em .36em;overflow-wrap:anywhere}
.md pre{background:var(--soft);border-radius:8px;padding:.75rem .9rem;overflow-x:auto;line-height:1.45;margin:.7em 0}
.md pre code{font-size:1em}
.md blockquote{margin:.8em 0;padding:0 1em;color:var(--muted);border-left:4px solid var(--line)}
.md details{border:1px solid var(--line);border-radius:8px;padding:.45rem .8rem;margin:.7em 0}
.md details[open]>summary{margin-bottom:.5rem}
.md sub{vertical-align:baseline;font-size:.82em;color:var(--muted)}
.md hr{border:0;border-top:1px solid var(--line)}
.alert{border-left:4px solid var(--accent);background:var(--note-soft);border-radius:0 8px 8px 0;padding:.55rem .9rem;margin:.8em 0}
.alert.warning{border-color:var(--warn);background:var(--warn-soft)}.alert.caution{border-color:var(--fail);background:var(--fail-soft)}
.alert p{margin:.15em 0}
summary{cursor:pointer}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.gantt{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.86rem;margin:.6em 0}
.md .gantt th,.md .gantt td,.gantt th,.gantt td{max-width:none;border:0;padding:0;background:none;vertical-align:middle}
.gantt .names{width:11.5rem}.gantt .times{width:6rem}
.gantt th[scope=row]{text-align:left;font-weight:400}
.gantt th[scope=row] span{display:block;padding:0 .7rem 0 calc(var(--depth)*1rem);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.gantt .group{text-align:left;font-weight:600;color:var(--muted);padding:.5rem 0 .15rem}
.gantt .time{text-align:right;color:var(--muted);white-space:nowrap;font-variant-numeric:tabular-nums}
.gantt svg{display:block;overflow:visible}.gantt .seg{overflow:hidden}
.gantt line{stroke:var(--line);stroke-width:1}
.gantt .axis text{fill:var(--muted);font-size:11px}
.seg rect{fill:var(--bar);stroke:var(--card);stroke-width:1}.seg text{fill:var(--bar-text);font-size:12px}
.seg.failure rect{fill:var(--fail)}.seg.failure text{fill:var(--card);font-weight:600}
.seg.warning rect,.seg.cancelled rect{fill:var(--warn)}.seg.warning text,.seg.cancelled text{fill:var(--card);font-weight:600}
.seg.quiet rect,.seg.skipped rect{fill:var(--quiet)}.seg.quiet text,.seg.skipped text{fill:var(--text)}
.lane{overflow:hidden}
.tree,.tree ul,.plain{list-style:none;margin:0;padding:0}
.tree ul{padding-left:1.15rem;margin-left:.48rem;border-left:1px solid var(--line)}
.row{display:flex;gap:.6rem;align-items:center;padding:.28rem 0;min-width:0}
.row .name{flex:1;min-width:0}.row .time{color:var(--muted);font-size:.86rem;white-space:nowrap;font-variant-numeric:tabular-nums}
.row .word{color:var(--muted);font-size:.86rem}
.job>.row .name,.job>details>.row .name{font-weight:600}.quiet-row .name{color:var(--muted);font-weight:400!important}
details.fold-row>summary{list-style:none}details.fold-row>summary::-webkit-details-marker{display:none}
details.fold-row>summary .name::after{content:"";display:inline-block;width:.4em;height:.4em;border:solid var(--muted);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);margin-left:.55em;vertical-align:.12em}
details.fold-row[open]>summary .name::after{transform:rotate(45deg);vertical-align:.2em}
.log{background:var(--soft);border-radius:8px;padding:.6rem .2rem;margin:.2rem 0 .8rem;line-height:1.5;font-size:.8rem;counter-reset:line;max-height:30rem;overflow:auto;display:flex;flex-direction:column-reverse}
.line{counter-increment:line;padding:0 .7rem 0 3.6rem;white-space:pre-wrap;position:relative}
.line::before{content:counter(line);position:absolute;left:0;width:2.8rem;text-align:right;color:var(--muted);user-select:none}
.line.error{color:var(--fail);font-weight:600}.line.warning{color:var(--warn)}.line.command{color:var(--link)}.line.debug{color:var(--muted)}.line.notice{color:var(--accent)}
.fold>summary{padding:0 .7rem 0 2.4rem;font-weight:600}
.gap{color:var(--muted);padding:.25rem .7rem .25rem 3.6rem;font-style:italic}
.plain li{display:flex;gap:.6rem;padding:.35rem 0;border-top:1px solid var(--soft)}.plain li:first-child{border-top:0}
.plain .icon{margin-top:.28em}.plain .what{min-width:0;flex:1}
.place{font-family:var(--mono);font-size:.85em;color:var(--muted);display:block}
.message{white-space:pre-wrap}
.files{border-collapse:collapse;width:100%}
.files th,.files td{text-align:left;padding:.35rem .8rem .35rem 0;border-top:1px solid var(--soft);vertical-align:top}
.files th{font-weight:500}.files thead th{font-size:.76rem;color:var(--muted);font-weight:400;border-top:0}.files td:last-child,.files thead th:last-child{text-align:right;padding-right:0;white-space:nowrap;color:var(--muted)}
@media (max-width:36rem){body{font-size:14.5px}main,header>div{padding:0 .7rem}section{padding:.9rem .85rem}h1{font-size:1.25rem}
.gantt .names{width:6.4rem}.gantt .times{width:4.9rem}.seg text{display:none}.facts{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 1rem}.line{padding-left:2.5rem}.line::before{width:1.9rem}.tree ul{padding-left:.6rem}.md :not(pre)>code{overflow-wrap:normal}.md .scroll table{width:max-content}.md th,.md td{padding:.3rem .5rem;max-width:15rem}}
@media print{nav{display:none}body{background:#fff}.log{max-height:none}}
`;
