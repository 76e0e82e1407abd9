import { n as tellFirstGreen, t as holdsPassedVerdict } from "./first-green2.js";

export { tellFirstGreen };