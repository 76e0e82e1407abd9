import { dirname } from "node:path";
import { existsSync } from "node:fs";
import { access, constants as constants$1, lstat, statfs } from "node:fs/promises";

// src/adapters/node/disk.ts
/** The folder, or the nearest one above it that is there. */
function nearest(folder) {
	let path = folder;
	while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
	return path;
}
/** The file systems of this machine. */
const thisDisk = {
	async freeBytes(folder) {
		try {
			const { bavail, bsize } = await statfs(nearest(folder));
			return bavail * bsize;
		} catch {
			return;
		}
	},
	async canWrite(folder) {
		return await access(nearest(folder), constants$1.W_OK).then(() => true, () => false);
	},
	async changedAt(path) {
		return (await lstat(path).catch(() => void 0))?.mtime;
	}
};

export { thisDisk as t };