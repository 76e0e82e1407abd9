import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import { describe, expect, it } from "vitest";
import { freeTextKey, toLicense } from "../../../src/core/sbom/licenses/license.ts";
import { parseInstalled } from "../../../src/core/sbom/licenses/python-metadata.ts";
import { CLASSIFIERS, FREE_TEXTS } from "../../../src/core/sbom/licenses/tables.ts";
import { licenseOfText, settleByText } from "../../../src/core/sbom/licenses/texts.ts";

const id = (spdx: string) => ({ kind: "id", id: spdx });

describe("a licence as people write it", () => {
  it.each([
    ["MIT", id("MIT")],
    ["mit", id("MIT")],
    [" The MIT License (MIT) ", id("MIT")],
    ["(MIT)", id("MIT")],
    ["Apache License, Version 2.0", id("Apache-2.0")],
    ["Apache License 2.0", id("Apache-2.0")],
    ["BSD 3-Clause License", id("BSD-3-Clause")],
    ["MPL 2.0", id("MPL-2.0")],
    ["(MIT OR Apache-2.0)", { kind: "expression", expression: "MIT OR Apache-2.0" }],
    [
      "GPL-2.0-or-later WITH Classpath-exception-2.0",
      { kind: "expression", expression: "GPL-2.0-or-later WITH Classpath-exception-2.0" },
    ],
    ["(MIT OR X11) AND ISC", { kind: "expression", expression: "(MIT OR X11) AND ISC" }],
    ["LicenseRef-acme", { kind: "expression", expression: "LicenseRef-acme" }],
    ["BSD", { kind: "name", name: "BSD" }],
    ["GPL", { kind: "name", name: "GPL" }],
    ["SEE LICENSE IN LICENSE.md", { kind: "name", name: "SEE LICENSE IN LICENSE.md" }],
    ["UNLICENSED", { kind: "name", name: "UNLICENSED" }],
    ["UNKNOWN", undefined],
    ["", undefined],
    ["Permission is hereby granted,\nfree of charge, to any person", undefined],
    ["x".repeat(500), undefined],
  ])("%j", (text, expected) => {
    expect(toLicense(text)).toEqual(expected);
  });

  it("is mapped only to ids that exist, from keys that can be met", () => {
    for (const [key, spdx] of FREE_TEXTS) expect([key, isSupportedSpdxId(spdx)]).toEqual([freeTextKey(key), true]);
    for (const [text, spdx] of CLASSIFIERS) expect([text, isSupportedSpdxId(spdx)]).toEqual([text, true]);
  });
});

describe("the metadata of an installed package", () => {
  const metadata = (...lines: readonly string[]): string =>
    ["Metadata-Version: 2.4", "Name: My.Pkg", "Version: 1.0", ...lines, "", "License: GPL"].join("\n");
  const licensesOf = (...lines: readonly string[]) => parseInstalled(metadata(...lines), "")?.licenses;

  it("gives name, version and the wheel's tags", () => {
    const wheel = "Wheel-Version: 1.0\nTag: cp311-cp311-manylinux_2_17_x86_64\nTag: cp311-cp311-manylinux2014_x86_64\n";
    expect(parseInstalled(metadata(), wheel)).toEqual({
      name: "my-pkg",
      version: "1.0",
      licenses: [],
      wheelTags: ["cp311-cp311-manylinux_2_17_x86_64", "cp311-cp311-manylinux2014_x86_64"],
    });
  });

  it("prefers License-Expression to everything", () => {
    expect(
      licensesOf(
        "License-Expression: Apache-2.0 OR MIT",
        "License: BSD",
        "Classifier: License :: OSI Approved :: ISC License (ISCL)",
      ),
    ).toEqual([{ kind: "expression", expression: "Apache-2.0 OR MIT" }]);
  });

  it("takes License where it is sharp, else classifiers, else License as a name", () => {
    expect(licensesOf("License: MIT", "Classifier: License :: OSI Approved :: BSD License")).toEqual([id("MIT")]);
    expect(licensesOf("License: BSD", "Classifier: License :: OSI Approved :: Zero-Clause BSD (0BSD)")).toEqual([
      id("0BSD"),
    ]);
    expect(licensesOf("License: BSD", "Classifier: License :: OSI Approved :: BSD License")).toEqual([
      { kind: "name", name: "BSD" },
    ]);
    expect(
      licensesOf("Classifier: License :: OSI Approved :: BSD License", "Classifier: License :: OSI Approved"),
    ).toEqual([{ kind: "name", name: "BSD License" }]);
  });

  it("takes a whole licence text for nothing, and reads folded lines", () => {
    expect(
      licensesOf(
        "License: Copyright (c) 2020",
        "        Permission is hereby granted",
        "Classifier: License :: OSI Approved :: MIT License",
      ),
    ).toEqual([id("MIT")]);
  });

  it("keeps several licences of several classifiers, each once", () => {
    const mit = "Classifier: License :: OSI Approved :: MIT License";
    expect(licensesOf(mit, "Classifier: License :: OSI Approved :: Apache Software License 2.0", mit)).toEqual([
      id("MIT"),
      id("Apache-2.0"),
    ]);
  });

  it("without a name or a version is none", () => {
    expect(parseInstalled("Metadata-Version: 2.1\nName: a\n", "")).toBeUndefined();
    expect(parseInstalled("\u0000\u0001 nothing", "")).toBeUndefined();
  });
});

const bsd = `Redistribution and use in source and binary forms, with or
without modification, are permitted provided that the following conditions are met:`;
const endorse = "used to\nendorse or promote products derived from this software";
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software …
The above copyright notice and this permission notice shall be included in all copies`;

describe("a licence's text", () => {
  it.each([
    [mit, "MIT"],
    [`${bsd}\n * ${endorse}`, "BSD-3-Clause"],
    [bsd, "BSD-2-Clause"],
    [`${bsd}\n${endorse}\nAll advertising materials mentioning features`, undefined],
    ["                 Apache License\n           Version 2.0, January 2004", "Apache-2.0"],
    [`${mit}\n\n${bsd}`, undefined],
    ["All rights reserved.", undefined],
  ])("is told: %j", (text, expected) => {
    expect(licenseOfText(text)).toBe(expected);
  });

  it("settles a name that leaves the licence open, and no other name", () => {
    const name = (text: string) => ({ kind: "name" as const, name: text });
    expect(settleByText([name("BSD License"), name("Acme"), { kind: "id", id: "ISC" }], [bsd])).toEqual([
      id("BSD-2-Clause"),
      name("Acme"),
      id("ISC"),
    ]);
    expect(settleByText([name("BSD")], [bsd, `${bsd} ${endorse}`])).toEqual([name("BSD")]);
    expect(settleByText([name("Apache Software License")], [mit])).toEqual([name("Apache Software License")]);
  });

  it("in the License field counts, where it is one of the common ones", () => {
    const field = mit.replaceAll("\n", "\n        ");
    expect(parseInstalled(`Name: a\nVersion: 1\nLicense: MIT License\n        ${field}\n\n`, "")?.licenses).toEqual([
      id("MIT"),
    ]);
  });
});
