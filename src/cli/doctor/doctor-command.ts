import { examine } from "../../actions/doctor/examine.ts";
import { CHECKS } from "../../actions/doctor/table.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import { doctorExitCode, toDoctorDocument } from "../../core/doctor/index.ts";
import { renderDoctor } from "./doctor-page.ts";
import { readScene } from "./doctor-scene.ts";

/** What the command line asks for. */
export interface DoctorArguments {
  readonly directory: string;
  readonly json: boolean;
  readonly online: boolean;
  readonly strict: boolean;
}

/** Columns of a line where the output is no terminal. */
const WIDE = 120;

/**
 * @param args what was asked for
 * @throws TurnpikeError `FILE_UNREADABLE` when there is no such folder
 */
export async function runDoctorCommand(args: DoctorArguments): Promise<void> {
  const scene = await readScene(args.directory, args.online);
  const examined = await examine(CHECKS, scene);
  process.exitCode = doctorExitCode(examined, args.strict);
  if (args.json) {
    process.stdout.write(`${JSON.stringify(toDoctorDocument(examined, args.online), null, 2)}\n`);
    return;
  }
  const look = {
    styles: styles(process.stdout, process.env),
    width: Math.min(columnsOf([process.stdout, process.stderr], WIDE), WIDE),
  };
  process.stdout.write(renderDoctor(examined, look));
}
