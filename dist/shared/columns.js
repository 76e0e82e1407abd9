// src/adapters/terminal/columns.ts
/**
* Columns for lines that go to a stream. Where it is a pipe, such as to a pager, the other stream may still be the terminal
* that people read in.
*
* @param streams the stream, then others of the process
* @param otherwise columns where none of them is a terminal
*/
function columnsOf(streams, otherwise) {
	return streams.map(({ columns }) => columns).find((columns) => columns !== void 0 && columns > 0) ?? otherwise;
}

export { columnsOf as t };