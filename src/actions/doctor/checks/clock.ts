import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

const HOUR_S = 3600;

/** A commit from the future says that this clock is slow, or that its author's was fast. */
export const clockCheck: Check = {
  id: "clock",
  section: "machine",
  async examine({ git, isRepository, top, clock }) {
    const committed = isRepository ? await git.commitTime(top, "HEAD") : undefined;
    if (committed === undefined) return NOT_APPLICABLE;
    const now = Math.floor(clock.now().getTime() / 1000);
    if (committed - now < HOUR_S) return found([], "the clock is not behind the newest commit");
    const finding: Finding = {
      severity: "warning",
      message: `this machine says ${new Date(now * 1000).toISOString().slice(0, 16)}, and the newest commit is of ${new Date(committed * 1000).toISOString().slice(0, 16)} (UTC)`,
      where: null,
      why: "certificates, signatures and the end of waivers are judged by the clock.",
      mend: "sudo timedatectl set-ntp true   # then: date -u",
    };
    return found([finding], "");
  },
};
