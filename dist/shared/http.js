import { t as nodeHttp } from "./http2.js";

export { nodeHttp };