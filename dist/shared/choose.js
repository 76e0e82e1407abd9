import { xt as toolchainKey } from "./first-gate.js";
import { i as otherVersionText, l as chooseToolchain, t as absenceText } from "./toolchains.js";

// src/actions/gates/toolchains/choose.ts
/** What is put before the machine's own; nothing for the one that commands find by themselves. */
function added({ wish, choice }) {
	if (choice.kind === "on-path" || choice.kind === "absent") return void 0;
	return wish.isFollowed === true && choice.toolchain.variables["RUSTUP_TOOLCHAIN"] !== void 0 ? void 0 : choice.toolchain;
}
/** Programs of packages come before a toolchain, and a toolchain before the machine's own programs. */
function withBins(path, own, bins) {
	return [
		path === void 0 || path === own ? "" : path.endsWith(`:${own}`) ? path.slice(0, -own.length - 1) : path,
		...bins,
		own
	].filter((part) => part !== "").join(":");
}
var Chosen = class {
	#byWish;
	#own;
	remarks;
	constructor(byWish, remarks, { env }) {
		this.#byWish = byWish;
		this.#own = env["PATH"] ?? "";
		this.remarks = remarks;
	}
	chosenFor({ toolchains = [] }) {
		return toolchains.flatMap((wish) => {
			const found = this.#byWish.get(toolchainKey(wish));
			return found === void 0 ? [] : [{
				...found,
				wish,
				doubt: otherVersionText(wish, found.choice)
			}];
		});
	}
	withToolchains(gate, variables) {
		const more = this.chosenFor(gate).map(added).filter((one) => one !== void 0);
		if (more.length === 0) return variables;
		const bins = [...new Set(more.flatMap((one) => one.bins))];
		return {
			...variables,
			...Object.assign({}, ...more.map((one) => one.variables)),
			PATH: withBins(variables["PATH"], this.#own, bins)
		};
	}
	identities() {
		return Object.fromEntries([...this.#byWish.values()].map(({ wish, choice }) => {
			const { toolchain } = choice;
			const what = toolchain === void 0 ? "absent" : `${toolchain.version} ${toolchain.home}`;
			return [toolchainKey(wish), `${choice.kind} ${what}`];
		}));
	}
};
/**
* @param gates the gates that may run
* @param world where toolchains are looked for
* @returns what each gets, and what is to be said of it
*/
async function chooseToolchains(gates, world) {
	const wishes = new Map(gates.flatMap(({ toolchains = [] }) => toolchains.map((wish) => [toolchainKey(wish), wish])));
	const chosen = await Promise.all([...wishes].map(async ([key, wish]) => {
		const [installed, onPath] = await Promise.all([world.toolchains.installed(wish.language), world.toolchains.onPath(wish.language)]);
		const choice = chooseToolchain(wish, {
			installed,
			onPath
		});
		return [key, {
			wish,
			choice,
			doubt: otherVersionText(wish, choice)
		}];
	}));
	const byWish = new Map(chosen);
	const remarks = await Promise.all(chosen.map(async ([key, { wish, choice }]) => {
		if (choice.kind === "on-path" || choice.kind === "found") return void 0;
		const about = gates.filter(({ toolchains = [] }) => toolchains.some((one) => toolchainKey(one) === key)).map(({ id }) => id);
		return absenceText(wish, choice, {
			gates: about,
			managers: await world.toolchains.managers(wish.language)
		});
	}));
	return new Chosen(byWish, remarks.filter((one) => one !== void 0), world);
}

export { chooseToolchains };