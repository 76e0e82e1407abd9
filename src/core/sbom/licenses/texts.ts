import type { License } from "./license.ts";

/** A licence and what its text, and no other's, says. Texts are compared in lower case with single blanks. */
interface Fingerprint {
  readonly id: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  /** Names that leave open which licence of a family is meant, and that this text settles. */
  readonly settles: RegExp;
}

const BSD = /^(the )?(modified |new |simplified )?bsd( licen[cs]e)?$/i;
const REDISTRIBUTION = "redistribution and use in source and binary forms, with or without modification, are permitted";

const FINGERPRINTS: readonly Fingerprint[] = [
  {
    id: "BSD-3-Clause",
    has: [REDISTRIBUTION, "endorse or promote products"],
    lacks: ["advertising materials"],
    settles: BSD,
  },
  {
    id: "BSD-2-Clause",
    has: [REDISTRIBUTION],
    lacks: ["advertising materials", "endorse or promote products"],
    settles: BSD,
  },
  {
    id: "Apache-2.0",
    has: ["apache license version 2.0, january 2004"],
    lacks: [],
    settles: /^(the )?(apache|asl)( software)?( licen[cs]e)?$/i,
  },
  {
    id: "MIT",
    has: [
      "permission is hereby granted, free of charge, to any person obtaining a copy",
      "the above copyright notice and this permission notice shall be included",
    ],
    lacks: ["shall not be used in advertising"],
    settles: /^(the )?mit( licen[cs]e)?$/i,
  },
  {
    id: "ISC",
    has: [
      "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that",
    ],
    lacks: [],
    settles: /^isc( licen[cs]e)?$/i,
  },
  { id: "Artistic-2.0", has: ["the artistic license 2.0"], lacks: [], settles: /^(the )?artistic( licen[cs]e)?$/i },
];

function flat(text: string): string {
  return text.toLowerCase().replaceAll(/[\s*#>]+/g, " ");
}

function fingerprintsOf(text: string): readonly Fingerprint[] {
  const line = flat(text);
  return FINGERPRINTS.filter(
    ({ has, lacks }) => has.every((part) => line.includes(part)) && !lacks.some((part) => line.includes(part)),
  );
}

/**
 * The licence that a text is, where it is exactly one of the common ones.
 *
 * @param text a licence's text
 * @returns its SPDX id, or undefined
 */
export function licenseOfText(text: string): string | undefined {
  const found = fingerprintsOf(text);
  return found.length === 1 ? found[0]?.id : undefined;
}

/**
 * Settles names that leave the version or the number of clauses open, by the licence texts that the package carries.
 *
 * @param licenses as declared
 * @param texts of the package's licence files
 * @returns the licences; a name stays where the texts do not settle it
 */
export function settleByText(licenses: readonly License[], texts: readonly string[]): readonly License[] {
  return licenses.map((license) => {
    if (license.kind !== "name") return license;
    const ids = new Set(
      texts.flatMap(fingerprintsOf).flatMap(({ id, settles }) => (settles.test(license.name) ? [id] : [])),
    );
    const [id] = ids;
    return ids.size === 1 && id !== undefined ? { kind: "id", id } : license;
  });
}
