import { a as readShell, c as selectFiles, i as readRequirements, l as pythonPattern, n as readDeclarations, o as choosePython, r as wantsDeclaration, s as pythonWanted, t as callOf, u as unwrapLaunchers } from "./declarations.js";

export { callOf, choosePython, pythonPattern, pythonWanted, readDeclarations, readRequirements, readShell, selectFiles, unwrapLaunchers, wantsDeclaration };