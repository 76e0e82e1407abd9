import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** `sha256:…` of the subjects of a bundle's in-toto statement; none when it holds no statement. */
function subjectDigests(bundle: unknown): readonly string[] {
  try {
    const { payload } = (bundle as { dsseEnvelope: { payload: string } }).dsseEnvelope;
    const statement = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as {
      subject: { digest: { sha256: string } }[];
    };
    return statement.subject.map((subject) => `sha256:${subject.digest.sha256}`);
  } catch {
    // A bundle without a readable statement has no subjects to be found by.
    return [];
  }
}

/** Bundles that were stored by this run, in a folder. */
export class AttestationStore {
  readonly #folder: string;
  #count = 0;

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns the number of the stored bundle, from 1 */
  async add(bundle: object): Promise<number> {
    this.#count += 1;
    const id = this.#count;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#file(id), JSON.stringify(bundle), { flag: "wx" });
    return id;
  }

  /** @returns bundles whose statement has a subject with that digest, `sha256:…` */
  async about(digest: string): Promise<readonly unknown[]> {
    const bundles: unknown[] = [];
    for (let id = 1; id <= this.#count; id += 1) {
      const bundle: unknown = JSON.parse(await readFile(this.#file(id), "utf8"));
      if (subjectDigests(bundle).includes(digest)) bundles.push(bundle);
    }
    return bundles;
  }

  #file(id: number): string {
    return join(this.#folder, `${id}.sigstore.json`);
  }
}
