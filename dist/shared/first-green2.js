import { n as tellFirstGreen, t as holdsPassedVerdict } from "./first-green.js";

export { tellFirstGreen };