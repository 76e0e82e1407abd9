import "./parse.js";
import { t as require_dist } from "./dist.js";

// src/contract/render-action.ts
var import_dist = require_dist();

export {  };