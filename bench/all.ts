import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Runs every benchmark in turn, or those whose names are given: `npm run bench -- bundles sbom`.
const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !["all.ts", "table.ts"].includes(name) && !name.includes("/lib/"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();

for (const name of names) {
  console.log(`\n── ${name}\n`);
  const { status } = spawnSync(process.execPath, [`${folder}${name}`], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
