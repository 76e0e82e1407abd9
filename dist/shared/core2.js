import { a as error, c as getState, d as notice, f as saveState, g as warning, h as startGroup, i as endGroup, l as info, m as setSecret, n as addPath, o as exportVariable, p as setOutput, r as debug, s as getIDToken, t as ExitCode, u as isDebug } from "./core.js";

export { getIDToken };