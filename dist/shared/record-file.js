// src/core/gates/record-file.ts
/**
* Reads a file of one JSON object a line.
*
* @param content the file; undefined when there is none
* @param bounds what it may hold; a file of more than twice as many characters was written by somebody else
* @param read takes one value; undefined for what is no record
* @returns the records; what is none is left out, because losing it decides nothing
*/
function parseRecords(content, bounds, read) {
	if (content === void 0 || content.length > 2 * bounds.characters) return [];
	return content.split("\n").flatMap((line) => {
		if (line.trim() === "") return [];
		try {
			return read(JSON.parse(line)) ?? [];
		} catch {
			return [];
		}
	});
}
/**
* @param records from several places
* @param identity what tells a record from the others; the last of the same counts
* @returns each once, the newest last
*/
function newestLast(records, identity) {
	return [...new Map(records.map((one) => [JSON.stringify(identity(one)), one])).values()].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
}
/**
* @param records the newest last
* @param bounds what the file may hold
* @returns a file of the newest of them, one a line
*/
function renderRecords(records, bounds) {
	const lines = [];
	let size = 0;
	for (const record of records.slice(-bounds.records).reverse()) {
		const line = `${JSON.stringify(record)}\n`;
		size += line.length;
		if (size > bounds.characters) break;
		lines.push(line);
	}
	return lines.reverse().join("");
}

export { parseRecords as n, renderRecords as r, newestLast as t };