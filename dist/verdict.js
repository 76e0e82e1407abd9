import "./shared/main.js";

export {  };