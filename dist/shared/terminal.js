import "./table.js";

export {  };