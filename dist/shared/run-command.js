import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as systemClock } from "./clock.js";
import { t as definedVariables } from "./environment2.js";
import { c as literal, d as object, m as string, u as number } from "./schemas.js";
import { t as datetime } from "./iso.js";
import { t as GitProgram } from "./git2.js";
import { a as whyNotStarted, c as MARKER_VARIABLE, i as platformOf, n as findProgram, o as posixSignaller, r as Child, s as stopTree, t as NodeProcesses } from "./processes.js";
import { t as systemRandom } from "./random.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { n as tellFirstGreen, t as holdsPassedVerdict } from "./first-green.js";
import { t as pLimit } from "./p-limit.js";
import { t as require_dist } from "./dist.js";
import { t as nearestName } from "./parse.js";
import { t as require_picomatch } from "./picomatch.js";
import { n as zipSync, t as unzipSync } from "./esm.js";
import { t as require_semver } from "./semver.js";
import { n as satisfies, r as validRange } from "./pep440.js";
import { t as parse$1 } from "./dist2.js";
import { a as treeOf, c as stepMark, i as spanOf, l as whereOf, n as x, o as markOf, r as RunRecorder$1, s as nameOf$1, u as wordOf } from "./page3.js";
import { t as inert } from "./inert.js";
import "./terminal.js";
import { t as liveRegion } from "./live.js";
import { t as styles } from "./styles.js";
import { n as formatBytes, r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine, r as plainText } from "./text.js";
import { t as parseGantt } from "./timeline.js";
import { a as stringWidth, i as wrap$1, n as renderTable, r as truncate, t as pad } from "./table.js";
import { B as encode$1, D as validateCrit, E as validateB64, F as JWSInvalid, G as readObject, H as bearerOf, L as JWTInvalid, O as validateCritDuplicates, R as concat, U as jsonAnswer, V as encoder, W as readBody, _ as JWS_RECOGNIZED, a as JWS, c as checkModulusLength, d as isKeyObject, g as validateExtractableOption, j as JOSENotSupported, k as encode, l as invalidKeyInput, m as rawKey, n as JWTClaimsBuilder, o as jwsAlgorithm, p as prepareKey, r as jwtClaimsSetBytes, s as table, t as startLoopbackServer, u as isCryptoKey, v as assertNotSet, w as serializeJoseHeader, x as isDisjoint } from "./server.js";
import { t as require_saxes } from "./saxes.js";
import { availableParallelism, tmpdir, userInfo } from "node:os";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { access, appendFile, cp, link, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { finished, pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { join as join$1 } from "node:path/posix";
import { fileURLToPath } from "node:url";

// node_modules/@actions/workflow-parser/dist/templates/tokens/types.js
var TokenType$1;
(function(TokenType) {
	TokenType[TokenType["String"] = 0] = "String";
	TokenType[TokenType["Sequence"] = 1] = "Sequence";
	TokenType[TokenType["Mapping"] = 2] = "Mapping";
	TokenType[TokenType["BasicExpression"] = 3] = "BasicExpression";
	TokenType[TokenType["InsertExpression"] = 4] = "InsertExpression";
	TokenType[TokenType["Boolean"] = 5] = "Boolean";
	TokenType[TokenType["Number"] = 6] = "Number";
	TokenType[TokenType["Null"] = 7] = "Null";
})(TokenType$1 || (TokenType$1 = {}));
function tokenTypeName(type) {
	switch (type) {
		case TokenType$1.String: return "StringToken";
		case TokenType$1.Sequence: return "SequenceToken";
		case TokenType$1.Mapping: return "MappingToken";
		case TokenType$1.BasicExpression: return "BasicExpressionToken";
		case TokenType$1.InsertExpression: return "InsertExpressionToken";
		case TokenType$1.Boolean: return "BooleanToken";
		case TokenType$1.Number: return "NumberToken";
		case TokenType$1.Null: return "NullToken";
		default: throw new Error(`Unhandled token type: ${type} ${type}}`);
	}
}

// node_modules/@actions/workflow-parser/dist/templates/tokens/traversal-state.js
var TraversalState = class {
	constructor(parent, token) {
		this.index = -1;
		this.isKey = false;
		this.parent = parent;
		this._token = token;
		this.current = token;
	}
	moveNext(omitKeys) {
		switch (this._token.templateTokenType) {
			case TokenType$1.Sequence: {
				const sequence = this._token;
				if (++this.index < sequence.count) {
					this.current = sequence.get(this.index);
					return true;
				}
				this.current = void 0;
				return false;
			}
			case TokenType$1.Mapping: {
				const mapping = this._token;
				if (this.isKey) {
					this.isKey = false;
					this.currentKey = this.current;
					this.current = mapping.get(this.index).value;
					return true;
				}
				if (++this.index < mapping.count) {
					if (omitKeys) {
						this.isKey = false;
						this.currentKey = mapping.get(this.index).key;
						this.current = mapping.get(this.index).value;
						return true;
					}
					this.isKey = true;
					this.currentKey = void 0;
					this.current = mapping.get(this.index).key;
					return true;
				}
				this.currentKey = void 0;
				this.current = void 0;
				return false;
			}
			default: throw new Error(`Unexpected token type '${this._token.templateTokenType}' when traversing state`);
		}
	}
	/**
	* Returns the ancestor tokens from root to the current token's parent container.
	*/
	getAncestors() {
		const ancestors = [];
		let state = this.parent;
		while (state) {
			if (state.current) ancestors.unshift(state.current);
			state = state.parent;
		}
		return ancestors;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/template-token.js
var TemplateTokenError = class extends Error {
	constructor(message, token) {
		super(message);
		this.token = token;
	}
};
var TemplateToken = class {
	/**
	* Base class for all template tokens
	*/
	constructor(type, file, range, definitionInfo) {
		this.type = type;
		this.file = file;
		this.range = range;
		this.definitionInfo = definitionInfo;
	}
	get templateTokenType() {
		return this.type;
	}
	get line() {
		return this.range?.start.line;
	}
	get col() {
		return this.range?.start.column;
	}
	get definition() {
		return this.definitionInfo?.definition;
	}
	get description() {
		return this._description || this.propertyDefinition?.description || this.definition?.description;
	}
	set description(description) {
		this._description = description;
	}
	typeName() {
		return tokenTypeName(this.type);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertNull(objectDescription) {
		if (this.type === TokenType$1.Null) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.Null)}' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertBoolean(objectDescription) {
		if (this.type === TokenType$1.Boolean) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.Boolean)}' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertNumber(objectDescription) {
		if (this.type === TokenType$1.Number) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.Number)}' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertString(objectDescription) {
		if (this.type === TokenType$1.String) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.String)}' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertScalar(objectDescription) {
		if (this?.isScalar === true) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type 'ScalarToken' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertSequence(objectDescription) {
		if (this.type === TokenType$1.Sequence) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.Sequence)}' was expected.`, this);
	}
	/**
	* Asserts expected type and throws a good debug message if unexpected
	*/
	assertMapping(objectDescription) {
		if (this.type === TokenType$1.Mapping) return this;
		throw new TemplateTokenError(`Unexpected type '${this.typeName()}' encountered while reading '${objectDescription}'. The type '${tokenTypeName(TokenType$1.Mapping)}' was expected.`, this);
	}
	/**
	* Returns all tokens (depth first)
	* @param value The object to traverse
	* @param omitKeys Whether to omit mapping keys
	* @yields A tuple of [parent, token, keyToken, ancestors] for each token in the tree
	*/
	static *traverse(value, omitKeys) {
		yield [
			void 0,
			value,
			void 0,
			[]
		];
		switch (value.templateTokenType) {
			case TokenType$1.Sequence:
			case TokenType$1.Mapping: {
				let state = new TraversalState(void 0, value);
				state = new TraversalState(state, value);
				while (state.parent) if (state.moveNext(omitKeys ?? false)) {
					value = state.current;
					yield [
						state.parent?.current,
						value,
						state.currentKey,
						state.getAncestors()
					];
					switch (value.type) {
						case TokenType$1.Sequence:
						case TokenType$1.Mapping: state = new TraversalState(state, value);
					}
				} else state = state.parent;
				break;
			}
		}
	}
	toJSON() {}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/scalar-token.js
/**
* Base class for everything that is not a mapping or sequence
*/
var ScalarToken = class extends TemplateToken {
	constructor(type, file, range, definitionInfo) {
		super(type, file, range, definitionInfo);
	}
	get isScalar() {
		return true;
	}
	static trimDisplayString(displayString) {
		let firstLine = displayString.trimStart();
		const firstNewLine = firstLine.indexOf("\n");
		const firstCarriageReturn = firstLine.indexOf("\r");
		if (firstNewLine >= 0 || firstCarriageReturn >= 0) firstLine = firstLine.substr(0, Math.min(firstNewLine >= 0 ? firstNewLine : Number.MAX_VALUE, firstCarriageReturn >= 0 ? firstCarriageReturn : Number.MAX_VALUE));
		return firstLine;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/literal-token.js
var LiteralToken = class extends ScalarToken {
	constructor(type, file, range, definitionInfo) {
		super(type, file, range, definitionInfo);
	}
	get isLiteral() {
		return true;
	}
	get isExpression() {
		return false;
	}
	toDisplayString() {
		return ScalarToken.trimDisplayString(this.toString());
	}
	/**
	* Throws a good debug message when an unexpected literal value is encountered
	*/
	assertUnexpectedValue(objectDescription) {
		throw new Error(`Error while reading '${objectDescription}'. Unexpected value '${this.toString()}'`);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/string-token.js
var StringToken = class StringToken extends LiteralToken {
	constructor(file, range, value, definitionInfo, source, blockScalarHeader) {
		super(TokenType$1.String, file, range, definitionInfo);
		this.value = value;
		this.source = source;
		this.blockScalarHeader = blockScalarHeader;
	}
	clone(omitSource) {
		return omitSource ? new StringToken(void 0, void 0, this.value, this.definitionInfo, this.source, this.blockScalarHeader) : new StringToken(this.file, this.range, this.value, this.definitionInfo, this.source, this.blockScalarHeader);
	}
	toString() {
		return this.value;
	}
	toJSON() {
		return this.value;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/number-token.js
var NumberToken = class NumberToken extends LiteralToken {
	constructor(file, range, value, definitionInfo) {
		super(TokenType$1.Number, file, range, definitionInfo);
		this.num = value;
	}
	get value() {
		return this.num;
	}
	clone(omitSource) {
		return omitSource ? new NumberToken(void 0, void 0, this.num, this.definitionInfo) : new NumberToken(this.file, this.range, this.num, this.definitionInfo);
	}
	toString() {
		return `${this.num}`;
	}
	toJSON() {
		return this.num;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/boolean-token.js
var BooleanToken = class BooleanToken extends LiteralToken {
	constructor(file, range, value, definitionInfo) {
		super(TokenType$1.Boolean, file, range, definitionInfo);
		this.bool = value;
	}
	get value() {
		return this.bool;
	}
	clone(omitSource) {
		return omitSource ? new BooleanToken(void 0, void 0, this.bool, this.definitionInfo) : new BooleanToken(this.file, this.range, this.bool, this.definitionInfo);
	}
	toString() {
		return this.bool ? "true" : "false";
	}
	toJSON() {
		return this.bool;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/null-token.js
var NullToken = class NullToken extends LiteralToken {
	constructor(file, range, definitionInfo) {
		super(TokenType$1.Null, file, range, definitionInfo);
	}
	clone(omitSource) {
		return omitSource ? new NullToken(void 0, void 0, this.definitionInfo) : new NullToken(this.file, this.range, this.definitionInfo);
	}
	toString() {
		return "";
	}
	toJSON() {
		return null;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/key-value-pair.js
var KeyValuePair = class {
	constructor(key, value) {
		this.key = key;
		this.value = value;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/sequence-token.js
var SequenceToken = class SequenceToken extends TemplateToken {
	constructor(file, range, definitionInfo) {
		super(TokenType$1.Sequence, file, range, definitionInfo);
		this.seq = [];
	}
	get count() {
		return this.seq.length;
	}
	get isScalar() {
		return false;
	}
	get isLiteral() {
		return false;
	}
	get isExpression() {
		return false;
	}
	add(value) {
		this.seq.push(value);
	}
	get(index) {
		return this.seq[index];
	}
	clone(omitSource) {
		const result = omitSource ? new SequenceToken(void 0, void 0, this.definitionInfo) : new SequenceToken(this.file, this.range, this.definitionInfo);
		for (const item of this.seq) result.add(item.clone(omitSource));
		return result;
	}
	toJSON() {
		return {
			type: TokenType$1.Sequence,
			seq: this.seq
		};
	}
	*[Symbol.iterator]() {
		for (const item of this.seq) yield item;
	}
};

// node_modules/@actions/expressions/dist/ast.js
var Expr = class {};
var Literal = class extends Expr {
	constructor(literal, token) {
		super();
		this.literal = literal;
		this.token = token;
	}
	accept(v) {
		return v.visitLiteral(this);
	}
};
var Unary = class extends Expr {
	constructor(operator, expr) {
		super();
		this.operator = operator;
		this.expr = expr;
	}
	accept(v) {
		return v.visitUnary(this);
	}
};
var FunctionCall = class extends Expr {
	constructor(functionName, args) {
		super();
		this.functionName = functionName;
		this.args = args;
	}
	accept(v) {
		return v.visitFunctionCall(this);
	}
};
var Binary = class extends Expr {
	constructor(left, operator, right) {
		super();
		this.left = left;
		this.operator = operator;
		this.right = right;
	}
	accept(v) {
		return v.visitBinary(this);
	}
};
var Logical = class extends Expr {
	constructor(operator, args) {
		super();
		this.operator = operator;
		this.args = args;
	}
	accept(v) {
		return v.visitLogical(this);
	}
};
var Grouping = class extends Expr {
	constructor(group) {
		super();
		this.group = group;
	}
	accept(v) {
		return v.visitGrouping(this);
	}
};
var ContextAccess = class extends Expr {
	constructor(name) {
		super();
		this.name = name;
	}
	accept(v) {
		return v.visitContextAccess(this);
	}
};
var IndexAccess = class extends Expr {
	constructor(expr, index) {
		super();
		this.expr = expr;
		this.index = index;
	}
	accept(v) {
		return v.visitIndexAccess(this);
	}
};
var Star = class extends Expr {
	accept() {
		throw new Error("Method not implemented.");
	}
};

// node_modules/@actions/expressions/dist/data/expressiondata.js
var Kind;
(function(Kind) {
	Kind[Kind["String"] = 0] = "String";
	Kind[Kind["Array"] = 1] = "Array";
	Kind[Kind["Dictionary"] = 2] = "Dictionary";
	Kind[Kind["Boolean"] = 3] = "Boolean";
	Kind[Kind["Number"] = 4] = "Number";
	Kind[Kind["CaseSensitiveDictionary"] = 5] = "CaseSensitiveDictionary";
	Kind[Kind["Null"] = 6] = "Null";
})(Kind || (Kind = {}));
function kindStr(k) {
	switch (k) {
		case Kind.Array: return "Array";
		case Kind.Boolean: return "Boolean";
		case Kind.Null: return "Null";
		case Kind.Number: return "Number";
		case Kind.Dictionary: return "Object";
		case Kind.String: return "String";
	}
	return "unknown";
}

// node_modules/@actions/expressions/dist/data/dictionary.js
var Dictionary = class {
	constructor(...pairs) {
		this.keys = [];
		this.v = [];
		this.indexMap = {};
		this.kind = Kind.Dictionary;
		this.primitive = false;
		for (const p of pairs) this.add(p.key, p.value);
	}
	coerceString() {
		return kindStr(this.kind);
	}
	number() {
		return NaN;
	}
	add(key, value) {
		if (key.toLowerCase() in this.indexMap) return;
		this.keys.push(key);
		this.v.push(value);
		this.indexMap[key.toLowerCase()] = this.v.length - 1;
	}
	get(key) {
		const index = this.indexMap[key.toLowerCase()];
		if (index === void 0) return;
		return this.v[index];
	}
	values() {
		return this.v;
	}
	pairs() {
		const result = [];
		for (const key of this.keys) result.push({
			key,
			value: this.v[this.indexMap[key.toLowerCase()]]
		});
		return result;
	}
};

// node_modules/@actions/expressions/dist/data/array.js
var Array$1 = class {
	constructor(...data) {
		this.v = [];
		this.kind = Kind.Array;
		this.primitive = false;
		for (const d of data) this.add(d);
	}
	coerceString() {
		return kindStr(this.kind);
	}
	number() {
		return NaN;
	}
	add(value) {
		this.v.push(value);
	}
	get(index) {
		return this.v[index];
	}
	values() {
		return this.v;
	}
};

// node_modules/@actions/expressions/dist/data/boolean.js
var BooleanData = class {
	constructor(value) {
		this.value = value;
		this.kind = Kind.Boolean;
		this.primitive = true;
	}
	coerceString() {
		if (this.value) return "true";
		return "false";
	}
	number() {
		if (this.value) return 1;
		return 0;
	}
};

// node_modules/@actions/expressions/dist/data/null.js
var Null = class {
	constructor() {
		this.kind = Kind.Null;
		this.primitive = true;
	}
	coerceString() {
		return "";
	}
	number() {
		return 0;
	}
};

// node_modules/@actions/expressions/dist/data/number.js
var NumberData = class {
	constructor(value) {
		this.value = value;
		this.kind = Kind.Number;
		this.primitive = true;
	}
	coerceString() {
		if (this.value === 0) return "0";
		return (+this.value.toFixed(15)).toString();
	}
	number() {
		return this.value;
	}
};

// node_modules/@actions/expressions/dist/data/string.js
var StringData = class {
	constructor(value) {
		this.value = value;
		this.kind = Kind.String;
		this.primitive = true;
	}
	coerceString() {
		return this.value;
	}
	number() {
		return Number(this.value);
	}
};

// node_modules/@actions/expressions/dist/data/replacer.js
/**
* Replacer can be passed to JSON.stringify to convert an ExpressionData object into plain JSON
*
* See: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/stringify#replacer
*/
function replacer(_key, value) {
	if (value instanceof Null) return null;
	if (value instanceof BooleanData) return value.value;
	if (value instanceof NumberData) return value.number();
	if (value instanceof StringData) return value.coerceString();
	if (value instanceof Array$1) return value.values();
	if (value instanceof Dictionary) {
		const pairs = value.pairs();
		const r = {};
		for (const p of pairs) r[p.key] = p.value;
		return r;
	}
	return value;
}

// node_modules/@actions/expressions/dist/data/reviver.js
/**
* Reviver can be passed to `JSON.parse` to convert plain JSON into an `ExpressionData` object.
*
* See: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/parse#reviver
*/
function reviver(_key, val) {
	if (val === null) return new Null();
	if (typeof val === "string") return new StringData(val);
	if (typeof val === "number") return new NumberData(val);
	if (typeof val === "boolean") return new BooleanData(val);
	if (Array.isArray(val)) return new Array$1(...val);
	if (typeof val === "object") return new Dictionary(...Object.keys(val).map((k) => ({
		key: k,
		value: val[k]
	})));
	return val;
}

// node_modules/@actions/expressions/dist/filtered_array.js
var FilteredArray = class extends Array$1 {};

// node_modules/@actions/expressions/dist/lexer.js
var TokenType;
(function(TokenType) {
	TokenType[TokenType["UNKNOWN"] = 0] = "UNKNOWN";
	TokenType[TokenType["LEFT_PAREN"] = 1] = "LEFT_PAREN";
	TokenType[TokenType["RIGHT_PAREN"] = 2] = "RIGHT_PAREN";
	TokenType[TokenType["LEFT_BRACKET"] = 3] = "LEFT_BRACKET";
	TokenType[TokenType["RIGHT_BRACKET"] = 4] = "RIGHT_BRACKET";
	TokenType[TokenType["COMMA"] = 5] = "COMMA";
	TokenType[TokenType["DOT"] = 6] = "DOT";
	TokenType[TokenType["BANG"] = 7] = "BANG";
	TokenType[TokenType["BANG_EQUAL"] = 8] = "BANG_EQUAL";
	TokenType[TokenType["EQUAL_EQUAL"] = 9] = "EQUAL_EQUAL";
	TokenType[TokenType["GREATER"] = 10] = "GREATER";
	TokenType[TokenType["GREATER_EQUAL"] = 11] = "GREATER_EQUAL";
	TokenType[TokenType["LESS"] = 12] = "LESS";
	TokenType[TokenType["LESS_EQUAL"] = 13] = "LESS_EQUAL";
	TokenType[TokenType["AND"] = 14] = "AND";
	TokenType[TokenType["OR"] = 15] = "OR";
	TokenType[TokenType["STAR"] = 16] = "STAR";
	TokenType[TokenType["NUMBER"] = 17] = "NUMBER";
	TokenType[TokenType["STRING"] = 18] = "STRING";
	TokenType[TokenType["IDENTIFIER"] = 19] = "IDENTIFIER";
	TokenType[TokenType["TRUE"] = 20] = "TRUE";
	TokenType[TokenType["FALSE"] = 21] = "FALSE";
	TokenType[TokenType["NULL"] = 22] = "NULL";
	TokenType[TokenType["EOF"] = 23] = "EOF";
})(TokenType || (TokenType = {}));
function tokenString(tok) {
	switch (tok.type) {
		case TokenType.EOF: return "EOF";
		case TokenType.NUMBER: return tok.lexeme;
		case TokenType.STRING: return tok.value.toString();
		default: return tok.lexeme;
	}
}
var Lexer = class {
	constructor(input) {
		this.input = input;
		this.start = 0;
		this.offset = 0;
		this.line = 0;
		this.lastLineOffset = 0;
		this.tokens = [];
	}
	lex() {
		if (this.input.length > 21e3) throw new Error("ErrorExceededMaxLength");
		while (!this.atEnd()) {
			this.start = this.offset;
			const c = this.next();
			switch (c) {
				case "(":
					this.addToken(TokenType.LEFT_PAREN);
					break;
				case ")":
					this.addToken(TokenType.RIGHT_PAREN);
					break;
				case "[":
					this.addToken(TokenType.LEFT_BRACKET);
					break;
				case "]":
					this.addToken(TokenType.RIGHT_BRACKET);
					break;
				case ",":
					this.addToken(TokenType.COMMA);
					break;
				case ".":
					if (this.previous() != TokenType.IDENTIFIER && this.previous() != TokenType.RIGHT_BRACKET && this.previous() != TokenType.RIGHT_PAREN && this.previous() != TokenType.STAR) this.consumeNumber();
					else this.addToken(TokenType.DOT);
					break;
				case "-":
				case "+":
					this.consumeNumber();
					break;
				case "!":
					this.addToken(this.match("=") ? TokenType.BANG_EQUAL : TokenType.BANG);
					break;
				case "=":
					if (!this.match("=")) {
						this.consumeIdentifier();
						break;
					}
					this.addToken(TokenType.EQUAL_EQUAL);
					break;
				case "<":
					this.addToken(this.match("=") ? TokenType.LESS_EQUAL : TokenType.LESS);
					break;
				case ">":
					this.addToken(this.match("=") ? TokenType.GREATER_EQUAL : TokenType.GREATER);
					break;
				case "&":
					if (!this.match("&")) {
						this.consumeIdentifier();
						break;
					}
					this.addToken(TokenType.AND);
					break;
				case "|":
					if (!this.match("|")) {
						this.consumeIdentifier();
						break;
					}
					this.addToken(TokenType.OR);
					break;
				case "*":
					this.addToken(TokenType.STAR);
					break;
				case " ":
				case "\r":
				case "	": break;
				case "\n":
					++this.line;
					this.lastLineOffset = this.offset;
					break;
				case "'":
					this.consumeString();
					break;
				default: switch (true) {
					case isDigit(c):
						this.consumeNumber();
						break;
					default: this.consumeIdentifier();
				}
			}
		}
		this.tokens.push({
			type: TokenType.EOF,
			lexeme: "",
			range: this.range()
		});
		return { tokens: this.tokens };
	}
	pos() {
		return {
			line: this.line,
			column: this.start - this.lastLineOffset
		};
	}
	endPos() {
		return {
			line: this.line,
			column: this.offset - this.lastLineOffset
		};
	}
	range() {
		return {
			start: this.pos(),
			end: this.endPos()
		};
	}
	atEnd() {
		return this.offset >= this.input.length;
	}
	peek() {
		if (this.atEnd()) return "\0";
		return this.input[this.offset];
	}
	peekNext() {
		if (this.offset + 1 >= this.input.length) return "\0";
		return this.input[this.offset + 1];
	}
	previous() {
		const l = this.tokens.length;
		if (l == 0) return TokenType.EOF;
		return this.tokens[l - 1].type;
	}
	next() {
		return this.input[this.offset++];
	}
	match(expected) {
		if (this.atEnd()) return false;
		if (this.input[this.offset] !== expected) return false;
		this.offset++;
		return true;
	}
	addToken(type, value) {
		this.tokens.push({
			type,
			lexeme: this.input.substring(this.start, this.offset),
			range: this.range(),
			value
		});
	}
	consumeNumber() {
		while (!this.atEnd() && (!isBoundary(this.peek()) || this.peek() == ".")) this.next();
		const lexeme = this.input.substring(this.start, this.offset);
		const value = new StringData(lexeme).number();
		if (isNaN(value)) throw new Error(`Unexpected symbol: '${lexeme}'. Located at position ${this.start + 1} within expression: ${this.input}`);
		this.addToken(TokenType.NUMBER, value);
	}
	consumeString() {
		while ((this.peek() !== "'" || this.peekNext() === "'") && !this.atEnd()) {
			if (this.peek() === "\n") this.line++;
			if (this.peek() === "'" && this.peekNext() === "'") this.next();
			this.next();
		}
		if (this.atEnd()) throw new Error(`Unexpected symbol: '${this.input.substring(this.start)}'. Located at position ${this.start + 1} within expression: ${this.input}`);
		this.next();
		let value = this.input.substring(this.start + 1, this.offset - 1);
		value = value.replace("''", "'");
		this.addToken(TokenType.STRING, value);
	}
	consumeIdentifier() {
		while (!this.atEnd() && !isBoundary(this.peek())) this.next();
		let tokenType = TokenType.IDENTIFIER;
		let tokenValue = void 0;
		const lexeme = this.input.substring(this.start, this.offset);
		if (this.previous() != TokenType.DOT) switch (lexeme) {
			case "true":
				tokenType = TokenType.TRUE;
				break;
			case "false":
				tokenType = TokenType.FALSE;
				break;
			case "null":
				tokenType = TokenType.NULL;
				break;
			case "NaN":
				tokenType = TokenType.NUMBER;
				tokenValue = NaN;
				break;
			case "Infinity":
				tokenType = TokenType.NUMBER;
				tokenValue = Infinity;
		}
		if (!isLegalIdentifier(lexeme)) throw new Error(`Unexpected symbol: '${lexeme}'. Located at position ${this.start + 1} within expression: ${this.input}`);
		this.addToken(tokenType, tokenValue);
	}
};
function isDigit(c) {
	return c >= "0" && c <= "9";
}
function isBoundary(c) {
	switch (c) {
		case "(":
		case "[":
		case ")":
		case "]":
		case ",":
		case ".":
		case "!":
		case ">":
		case "<":
		case "=":
		case "&":
		case "|": return true;
	}
	return /\s/.test(c);
}
function isLegalIdentifier(str) {
	if (str == "") return false;
	const first = str[0];
	if (first >= "a" && first <= "z" || first >= "A" && first <= "Z" || first == "_") {
		for (const c of str.substring(1).split("")) if (c >= "a" && c <= "z" || c >= "A" && c <= "Z" || c >= "0" && c <= "9" || c == "_" || c == "-") {} else return false;
		return true;
	}
	return false;
}

// node_modules/@actions/expressions/dist/errors.js
const MAX_PARSER_DEPTH = 50;
const MAX_EXPRESSION_LENGTH = 21e3;
var ErrorType;
(function(ErrorType) {
	ErrorType[ErrorType["ErrorUnexpectedSymbol"] = 0] = "ErrorUnexpectedSymbol";
	ErrorType[ErrorType["ErrorUnrecognizedNamedValue"] = 1] = "ErrorUnrecognizedNamedValue";
	ErrorType[ErrorType["ErrorUnexpectedEndOfExpression"] = 2] = "ErrorUnexpectedEndOfExpression";
	ErrorType[ErrorType["ErrorExceededMaxDepth"] = 3] = "ErrorExceededMaxDepth";
	ErrorType[ErrorType["ErrorExceededMaxLength"] = 4] = "ErrorExceededMaxLength";
	ErrorType[ErrorType["ErrorTooFewParameters"] = 5] = "ErrorTooFewParameters";
	ErrorType[ErrorType["ErrorTooManyParameters"] = 6] = "ErrorTooManyParameters";
	ErrorType[ErrorType["ErrorEvenParameters"] = 7] = "ErrorEvenParameters";
	ErrorType[ErrorType["ErrorUnrecognizedContext"] = 8] = "ErrorUnrecognizedContext";
	ErrorType[ErrorType["ErrorUnrecognizedFunction"] = 9] = "ErrorUnrecognizedFunction";
})(ErrorType || (ErrorType = {}));
var ExpressionError = class extends Error {
	constructor(typ, tok) {
		super(`${errorDescription(typ)}: '${tokenString(tok)}'`);
		this.typ = typ;
		this.tok = tok;
		this.pos = this.tok.range.start;
	}
};
function errorDescription(typ) {
	switch (typ) {
		case ErrorType.ErrorUnexpectedEndOfExpression: return "Unexpected end of expression";
		case ErrorType.ErrorUnexpectedSymbol: return "Unexpected symbol";
		case ErrorType.ErrorUnrecognizedNamedValue: return "Unrecognized named-value";
		case ErrorType.ErrorExceededMaxDepth: return `Exceeded max expression depth ${50}`;
		case ErrorType.ErrorExceededMaxLength: return `Exceeded max expression length ${MAX_EXPRESSION_LENGTH}`;
		case ErrorType.ErrorTooFewParameters: return "Too few parameters supplied";
		case ErrorType.ErrorTooManyParameters: return "Too many parameters supplied";
		case ErrorType.ErrorEvenParameters: return "Even number of parameters supplied, requires an odd number of parameters";
		case ErrorType.ErrorUnrecognizedContext: return "Unrecognized named-value";
		case ErrorType.ErrorUnrecognizedFunction: return "Unrecognized function";
		default: return "Unknown error";
	}
}
var ExpressionEvaluationError = class extends Error {};

// node_modules/@actions/expressions/dist/funcs/case.js
const caseFunc = {
	name: "case",
	description: "`case( pred1, val1, pred2, val2, ..., default )`\n\nEvaluates predicates in order and returns the value corresponding to the first predicate that evaluates to `true`. If no predicate matches, it returns the last argument as the default value.",
	minArgs: 3,
	maxArgs: Number.MAX_SAFE_INTEGER,
	call: (...args) => {
		for (let i = 0; i < args.length - 1; i += 2) {
			const predicate = args[i];
			if (predicate.kind !== Kind.Boolean) throw new Error("case predicate must evaluate to a boolean value");
			if (predicate.value) return args[i + 1];
		}
		return args[args.length - 1];
	}
};

// node_modules/@actions/expressions/dist/result.js
function falsy(d) {
	switch (d.kind) {
		case Kind.Null: return true;
		case Kind.Boolean: return !d.value;
		case Kind.Number: {
			const dv = d.value;
			return dv === 0 || isNaN(dv);
		}
		case Kind.String: return d.value.length === 0;
	}
	return false;
}
function truthy(d) {
	return !falsy(d);
}
function coerceTypes(li, ri) {
	let lv = li;
	let rv = ri;
	if (li.kind === ri.kind) return [lv, rv];
	switch (li.kind) {
		case Kind.Number:
			if (ri.kind === Kind.String) {
				rv = new NumberData(ri.number());
				return [lv, rv];
			}
			break;
		case Kind.String:
			if (ri.kind === Kind.Number) {
				lv = new NumberData(li.number());
				return [lv, rv];
			}
			break;
		case Kind.Null:
		case Kind.Boolean:
			lv = new NumberData(li.number());
			return coerceTypes(lv, rv);
	}
	switch (ri.kind) {
		case Kind.Null:
		case Kind.Boolean:
			rv = new NumberData(ri.number());
			return coerceTypes(lv, rv);
	}
	return [lv, rv];
}
function equals(lhs, rhs) {
	const [lv, rv] = coerceTypes(lhs, rhs);
	if (lv.kind != rv.kind) return false;
	switch (lv.kind) {
		case Kind.Null: return true;
		case Kind.Number: {
			const ld = lv.value;
			const rd = rv.value;
			if (isNaN(ld) || isNaN(rd)) return false;
			return ld == rd;
		}
		case Kind.String: {
			const ls = lv.value;
			const rs = rv.value;
			return toUpperSpecial(ls) === toUpperSpecial(rs);
		}
		case Kind.Boolean: return lv.value == rv.value;
		case Kind.Dictionary:
		case Kind.Array: return lv === rv;
	}
	return false;
}
function greaterThan(lhs, rhs) {
	const [lv, rv] = coerceTypes(lhs, rhs);
	if (lv.kind != rv.kind) return false;
	switch (lv.kind) {
		case Kind.Number: {
			const lf = lv.value;
			const rf = rv.value;
			if (isNaN(lf) || isNaN(rf)) return false;
			return lf > rf;
		}
		case Kind.String: {
			let ls = lv.value;
			let rs = rv.value;
			ls = toUpperSpecial(ls);
			rs = toUpperSpecial(rs);
			return ls > rs;
		}
		case Kind.Boolean: {
			const lb = lv.value;
			const rb = rv.value;
			return lb && !rb;
		}
	}
	return false;
}
function lessThan(lhs, rhs) {
	const [lv, rv] = coerceTypes(lhs, rhs);
	if (lv.kind != rv.kind) return false;
	switch (lv.kind) {
		case Kind.Number: {
			const lf = lv.value;
			const rf = rv.value;
			if (isNaN(lf) || isNaN(rf)) return false;
			return lf < rf;
		}
		case Kind.String: {
			let ls = lv.value;
			let rs = rv.value;
			ls = toUpperSpecial(ls);
			rs = toUpperSpecial(rs);
			return ls < rs;
		}
		case Kind.Boolean: {
			const lb = lv.value;
			const rb = rv.value;
			return !lb && rb;
		}
	}
	return false;
}
function toUpperSpecial(s) {
	const sb = [];
	let i = 0;
	const len = s.length;
	let found = s.indexOf("ı");
	while (i < len) if (i < found) {
		sb.push(s.substring(i, found).toUpperCase());
		i = found;
	} else if (i == found) {
		sb.push(s.substring(i, i + 1));
		i += 1;
		found = s.indexOf("ı", i);
	} else {
		sb.push(s.substring(i).toUpperCase());
		break;
	}
	return sb.join("");
}

// node_modules/@actions/expressions/dist/funcs/contains.js
const contains = {
	name: "contains",
	description: "`contains( search, item )`\n\nReturns `true` if `search` contains `item`. If `search` is an array, this function returns `true` if the `item` is an element in the array. If `search` is a string, this function returns `true` if the `item` is a substring of `search`. This function is not case sensitive. Casts values to a string.",
	minArgs: 2,
	maxArgs: 2,
	call: (...args) => {
		const left = args[0];
		const right = args[1];
		if (left.primitive) {
			const ls = left.coerceString();
			if (right.primitive) {
				const rs = right.coerceString();
				return new BooleanData(ls.toLowerCase().includes(rs.toLowerCase()));
			}
		} else if (left.kind === Kind.Array) {
			const la = left;
			if (la.values().length === 0) return new BooleanData(false);
			for (const v of la.values()) if (equals(right, v)) return new BooleanData(true);
		}
		return new BooleanData(false);
	}
};

// node_modules/@actions/expressions/dist/funcs/endswith.js
const endswith = {
	name: "endsWith",
	description: "`endsWith( searchString, searchValue )`\n\nReturns `true` if `searchString` ends with `searchValue`. This function is not case sensitive. Casts values to a string.",
	minArgs: 2,
	maxArgs: 2,
	call: (...args) => {
		const left = args[0];
		if (!left.primitive) return new BooleanData(false);
		const right = args[1];
		if (!right.primitive) return new BooleanData(false);
		const ls = toUpperSpecial(left.coerceString());
		const rs = toUpperSpecial(right.coerceString());
		return new BooleanData(ls.endsWith(rs));
	}
};

// node_modules/@actions/expressions/dist/funcs/format.js
const format = {
	name: "format",
	description: "`format( string, replaceValue0, replaceValue1, ..., replaceValueN)`\n\nReplaces values in the `string`, with the variable `replaceValueN`. Variables in the `string` are specified using the `{N}` syntax, where `N` is an integer. You must specify at least one `replaceValue` and `string`. There is no maximum for the number of variables (`replaceValueN`) you can use. Escape curly braces using double braces.",
	minArgs: 1,
	maxArgs: 255,
	call: (...args) => {
		const fs = args[0].coerceString();
		const result = [];
		let index = 0;
		while (index < fs.length) {
			const lbrace = fs.indexOf("{", index);
			const rbrace = fs.indexOf("}", index);
			if (lbrace >= 0 && (rbrace < 0 || rbrace > lbrace)) {
				if (safeCharAt(fs, lbrace + 1) === "{") {
					result.push(fs.substr(index, lbrace - index + 1));
					index = lbrace + 2;
					continue;
				}
				if (rbrace > lbrace + 1) {
					const argIndex = readArgIndex(fs, lbrace + 1);
					if (argIndex.success) {
						if (1 + argIndex.result > args.length - 1) throw new Error(`The following format string references more arguments than were supplied: ${fs}`);
						if (lbrace > index) result.push(fs.substr(index, lbrace - index));
						result.push(`${args[1 + argIndex.result].coerceString()}`);
						index = rbrace + 1;
						continue;
					}
				}
				throw new Error(`The following format string is invalid: ${fs}`);
			} else if (rbrace >= 0) {
				if (safeCharAt(fs, rbrace + 1) === "}") {
					result.push(fs.substr(index, rbrace - index + 1));
					index = rbrace + 2;
				} else throw new Error(`The following format string is invalid: ${fs}`);
			} else {
				result.push(fs.substr(index));
				break;
			}
		}
		return new StringData(result.join(""));
	}
};
function safeCharAt(string, index) {
	if (string.length > index) return string[index];
	return "\0";
}
function readArgIndex(string, startIndex) {
	let length = 0;
	for (;;) {
		const nextChar = safeCharAt(string, startIndex + length);
		if (nextChar >= "0" && nextChar <= "9") length++;
		else break;
	}
	if (length < 1) return { success: false };
	const endIndex = startIndex + length - 1;
	const result = parseInt(string.substr(startIndex, length));
	return {
		success: !isNaN(result),
		result,
		endIndex
	};
}

// node_modules/@actions/expressions/dist/funcs/fromjson.js
const fromjson = {
	name: "fromJson",
	description: "`fromJSON(value)`\n\nReturns a JSON object or JSON data type for `value`. You can use this function to provide a JSON object as an evaluated expression or to convert environment variables from a string.",
	minArgs: 1,
	maxArgs: 1,
	call: (...args) => {
		const is = args[0].coerceString();
		if (is.trim() === "") throw new Error("empty input");
		try {
			return JSON.parse(is, reviver);
		} catch (e) {
			throw new ExpressionEvaluationError("Error parsing JSON when evaluating fromJson", { cause: e });
		}
	}
};

// node_modules/@actions/expressions/dist/funcs/join.js
const join$2 = {
	name: "join",
	description: "`join( array, optionalSeparator )`\n\nThe value for `array` can be an array or a string. All values in `array` are concatenated into a string. If you provide `optionalSeparator`, it is inserted between the concatenated values. Otherwise, the default separator `,` is used. Casts values to a string.",
	minArgs: 1,
	maxArgs: 2,
	call: (...args) => {
		if (args[0].primitive) return new StringData(args[0].coerceString());
		if (args[0].kind === Kind.Array) {
			let separator = ",";
			if (args.length > 1 && args[1].primitive) separator = args[1].coerceString();
			return new StringData(args[0].values().map((item) => item.coerceString()).join(separator));
		}
		return new StringData("");
	}
};

// node_modules/@actions/expressions/dist/funcs/startswith.js
const startswith = {
	name: "startsWith",
	description: "`startsWith( searchString, searchValue )`\n\nReturns `true` when `searchString` starts with `searchValue`. This function is not case sensitive. Casts values to a string.",
	minArgs: 2,
	maxArgs: 2,
	call: (...args) => {
		const left = args[0];
		if (!left.primitive) return new BooleanData(false);
		const right = args[1];
		if (!right.primitive) return new BooleanData(false);
		const ls = toUpperSpecial(left.coerceString());
		const rs = toUpperSpecial(right.coerceString());
		return new BooleanData(ls.startsWith(rs));
	}
};

// node_modules/@actions/expressions/dist/funcs/tojson.js
const tojson = {
	name: "toJson",
	description: "`toJSON(value)`\n\nReturns a pretty-print JSON representation of `value`. You can use this function to debug the information provided in contexts.",
	minArgs: 1,
	maxArgs: 1,
	call: (...args) => {
		return new StringData(JSON.stringify(args[0], replacer, "  "));
	}
};

// node_modules/@actions/expressions/dist/funcs.js
const wellKnownFunctions = {
	case: caseFunc,
	contains,
	endswith,
	format,
	fromjson,
	join: join$2,
	startswith,
	tojson
};
function validateFunction(context, identifier, argCount) {
	const name = identifier.lexeme.toLowerCase();
	let f;
	f = wellKnownFunctions[name];
	if (!f) {
		f = context.extensionFunctions.get(name);
		if (!f) {
			if (!context.allowUnknownKeywords) throw new ExpressionError(ErrorType.ErrorUnrecognizedFunction, identifier);
			return;
		}
	}
	if (argCount < f.minArgs) throw new ExpressionError(ErrorType.ErrorTooFewParameters, identifier);
	if (argCount > f.maxArgs) throw new ExpressionError(ErrorType.ErrorTooManyParameters, identifier);
	if (name === "case" && argCount % 2 === 0) throw new ExpressionError(ErrorType.ErrorEvenParameters, identifier);
}

// node_modules/@actions/expressions/dist/idxHelper.js
var idxHelper = class {
	constructor(star, idx) {
		this.star = star;
		if (!idx) return;
		if (!star) {
			if (idx.primitive) this.str = idx.coerceString();
			let f = idx.number();
			if (!isNaN(f) && isFinite(f) && f >= 0) {
				f = Math.floor(f);
				this.int = f;
			}
		}
	}
};

// node_modules/@actions/expressions/dist/evaluator.js
var Evaluator = class {
	/**
	* Creates a new evaluator
	* @param n Parsed expression to evaluate
	* @param context Context data to use
	* @param functions Optional map of function implementations. If given, these will be preferred over the built-in functions.
	*/
	constructor(n, context, functions) {
		this.n = n;
		this.context = context;
		this.functions = functions;
	}
	evaluate() {
		return this.eval(this.n);
	}
	eval(n) {
		return n.accept(this);
	}
	visitLiteral(literal) {
		return literal.literal;
	}
	visitUnary(unary) {
		const r = this.eval(unary.expr);
		if (unary.operator.type === TokenType.BANG) return new BooleanData(falsy(r));
		throw new Error(`unknown unary operator: ${unary.operator.lexeme}`);
	}
	visitBinary(binary) {
		const left = this.eval(binary.left);
		const right = this.eval(binary.right);
		switch (binary.operator.type) {
			case TokenType.EQUAL_EQUAL: return new BooleanData(equals(left, right));
			case TokenType.BANG_EQUAL: return new BooleanData(!equals(left, right));
			case TokenType.GREATER: return new BooleanData(greaterThan(left, right));
			case TokenType.GREATER_EQUAL: return new BooleanData(equals(left, right) || greaterThan(left, right));
			case TokenType.LESS: return new BooleanData(lessThan(left, right));
			case TokenType.LESS_EQUAL: return new BooleanData(equals(left, right) || lessThan(left, right));
		}
		throw new Error(`unknown binary operator: ${binary.operator.lexeme}`);
	}
	visitLogical(logical) {
		let result;
		for (const arg of logical.args) {
			result = this.eval(arg);
			if (logical.operator.type === TokenType.AND && falsy(result) || logical.operator.type === TokenType.OR && truthy(result)) break;
		}
		return result;
	}
	visitGrouping(grouping) {
		return this.eval(grouping.group);
	}
	visitContextAccess(contextAccess) {
		return this.context.get(contextAccess.name.lexeme);
	}
	visitIndexAccess(ia) {
		let idx;
		if (ia.index instanceof Star) idx = new idxHelper(true, void 0);
		else {
			let idxResult;
			try {
				idxResult = this.eval(ia.index);
			} catch (e) {
				throw new Error(`could not evaluate index for index access: ${e.message}`, { cause: e });
			}
			idx = new idxHelper(false, idxResult);
		}
		const objResult = this.eval(ia.expr);
		let result;
		switch (objResult.kind) {
			case Kind.Array: {
				const tobjResult = objResult;
				if (tobjResult instanceof FilteredArray) result = filteredArrayAccess(tobjResult, idx);
				else result = arrayAccess(tobjResult, idx);
				break;
			}
			case Kind.Dictionary:
				result = objectAccess(objResult, idx);
				break;
			default: if (idx.star) result = new FilteredArray();
			else result = new Null();
		}
		return result;
	}
	visitFunctionCall(functionCall) {
		const args = functionCall.args.map((arg) => this.eval(arg));
		const functionName = functionCall.functionName.lexeme.toLowerCase();
		return (this.functions?.get(functionName) || wellKnownFunctions[functionName]).call(...args);
	}
};
function filteredArrayAccess(fa, idx) {
	const result = new FilteredArray();
	for (const item of fa.values()) switch (item.kind) {
		case Kind.Dictionary: {
			const ti = item;
			if (idx.star) for (const v of ti.values()) result.add(v);
			else if (idx.str !== void 0) {
				const v = ti.get(idx.str);
				if (v !== void 0) result.add(v);
			}
			break;
		}
		case Kind.Array: {
			const ti = item;
			if (idx.star) for (const v of ti.values()) result.add(v);
			else if (idx.int !== void 0 && idx.int < ti.values().length) result.add(ti.get(idx.int));
			break;
		}
	}
	return result;
}
function arrayAccess(a, idx) {
	if (idx.star) {
		const fa = new FilteredArray();
		for (const item of a.values()) fa.add(item);
		return fa;
	}
	if (idx.int !== void 0 && idx.int < a.values().length) return a.get(idx.int);
	return new Null();
}
function objectAccess(obj, idx) {
	if (idx.star) return new FilteredArray(...obj.values());
	if (idx.str !== void 0) {
		const r = obj.get(idx.str);
		if (r !== void 0) return r;
	}
	return new Null();
}

// node_modules/@actions/expressions/dist/features.js
/**
* All known experimental feature keys.
* This list must be kept in sync with the ExperimentalFeatures interface.
*/
const allFeatureKeys = [
	"missingInputsQuickfix",
	"blockScalarChompingWarning",
	"allowCaseFunction",
	"allowCopilotRequestsPermission",
	"allowDrivesPermissionAutocomplete",
	"allowBackgroundSteps"
];
var FeatureFlags = class {
	constructor(features) {
		this.features = features ?? {};
	}
	/**
	* Check if an experimental feature is enabled.
	*
	* Resolution order:
	* 1. Explicit feature flag (if set)
	* 2. `all` flag (if set)
	* 3. false (default)
	*/
	isEnabled(feature) {
		const explicit = this.features[feature];
		if (explicit !== void 0) return explicit;
		return this.features.all ?? false;
	}
	/**
	* Returns list of all enabled experimental features.
	*/
	getEnabledFeatures() {
		return allFeatureKeys.filter((key) => this.isEnabled(key));
	}
};

// node_modules/@actions/expressions/dist/parser.js
var Parser = class {
	/**
	* Constructs a new parser for the given tokens
	*
	* @param tokens Tokens to build a parse tree from
	* @param extensionContexts Available context names
	* @param extensionFunctions Available functions (beyond the built-in ones)
	*/
	constructor(tokens, extensionContexts, extensionFunctions) {
		this.tokens = tokens;
		this.offset = 0;
		this.depth = 0;
		this.extContexts = /* @__PURE__ */ new Map();
		this.extFuncs = /* @__PURE__ */ new Map();
		for (const contextName of extensionContexts) this.extContexts.set(contextName.toLowerCase(), true);
		for (const { name, func } of extensionFunctions.map((x) => ({
			name: x.name,
			func: x
		}))) this.extFuncs.set(name.toLowerCase(), func);
		this.context = {
			allowUnknownKeywords: false,
			extensionContexts: this.extContexts,
			extensionFunctions: this.extFuncs
		};
	}
	parse() {
		let result;
		if (this.atEnd()) return result;
		result = this.expression();
		if (!this.atEnd()) throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
		return result;
	}
	expression() {
		this.incrDepth();
		try {
			return this.logicalOr();
		} finally {
			this.decrDepth();
		}
	}
	logicalOr() {
		let expr = this.logicalAnd();
		if (this.check(TokenType.OR)) {
			this.incrDepth();
			try {
				const logical = new Logical(this.peek(), [expr]);
				expr = logical;
				while (this.match(TokenType.OR)) {
					const right = this.logicalAnd();
					logical.args.push(right);
				}
			} finally {
				this.decrDepth();
			}
		}
		return expr;
	}
	logicalAnd() {
		let expr = this.equality();
		if (this.check(TokenType.AND)) {
			this.incrDepth();
			try {
				const logical = new Logical(this.peek(), [expr]);
				expr = logical;
				while (this.match(TokenType.AND)) {
					const right = this.equality();
					logical.args.push(right);
				}
			} finally {
				this.decrDepth();
			}
		}
		return expr;
	}
	equality() {
		let expr = this.comparison();
		while (this.match(TokenType.BANG_EQUAL, TokenType.EQUAL_EQUAL)) {
			const operator = this.previous();
			const right = this.comparison();
			expr = new Binary(expr, operator, right);
		}
		return expr;
	}
	comparison() {
		let expr = this.unary();
		while (this.match(TokenType.GREATER, TokenType.GREATER_EQUAL, TokenType.LESS, TokenType.LESS_EQUAL)) {
			const operator = this.previous();
			const right = this.unary();
			expr = new Binary(expr, operator, right);
		}
		return expr;
	}
	unary() {
		if (this.match(TokenType.BANG)) {
			this.incrDepth();
			const operator = this.previous();
			const unary = this.unary();
			try {
				return new Unary(operator, unary);
			} finally {
				this.decrDepth();
			}
		}
		return this.index();
	}
	index() {
		let expr = this.call();
		let depthIncreased = 0;
		if (expr instanceof Grouping || expr instanceof FunctionCall || expr instanceof ContextAccess) {
			let cont = true;
			while (cont) switch (true) {
				case this.match(TokenType.LEFT_BRACKET): {
					let indexExpr;
					if (this.match(TokenType.STAR)) indexExpr = new Star();
					else indexExpr = this.expression();
					this.consume(TokenType.RIGHT_BRACKET, ErrorType.ErrorUnexpectedSymbol);
					this.incrDepth();
					depthIncreased++;
					expr = new IndexAccess(expr, indexExpr);
					break;
				}
				case this.match(TokenType.DOT):
					this.incrDepth();
					depthIncreased++;
					if (this.match(TokenType.IDENTIFIER)) {
						const property = this.previous();
						expr = new IndexAccess(expr, new Literal(new StringData(property.lexeme), property));
					} else if (this.match(TokenType.STAR)) expr = new IndexAccess(expr, new Star());
					else throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
					break;
				default: cont = false;
			}
		}
		for (let i = 0; i < depthIncreased; i++) this.decrDepth();
		return expr;
	}
	call() {
		if (!this.check(TokenType.IDENTIFIER)) return this.primary();
		const identifier = this.next();
		if (!this.match(TokenType.LEFT_PAREN)) {
			if (!this.extContexts.has(identifier.lexeme.toLowerCase())) throw this.buildError(ErrorType.ErrorUnrecognizedContext, identifier);
			return new ContextAccess(identifier);
		}
		const args = [];
		while (!this.match(TokenType.RIGHT_PAREN)) {
			const aexp = this.expression();
			args.push(aexp);
			if (!this.check(TokenType.RIGHT_PAREN)) this.consume(TokenType.COMMA, ErrorType.ErrorUnexpectedSymbol);
		}
		validateFunction(this.context, identifier, args.length);
		return new FunctionCall(identifier, args);
	}
	primary() {
		switch (true) {
			case this.match(TokenType.FALSE): return new Literal(new BooleanData(false), this.previous());
			case this.match(TokenType.TRUE): return new Literal(new BooleanData(true), this.previous());
			case this.match(TokenType.NULL): return new Literal(new Null(), this.previous());
			case this.match(TokenType.NUMBER): return new Literal(new NumberData(this.previous().value), this.previous());
			case this.match(TokenType.STRING): return new Literal(new StringData(this.previous().value), this.previous());
			case this.match(TokenType.LEFT_PAREN): {
				const expr = this.expression();
				if (this.atEnd()) throw this.buildError(ErrorType.ErrorUnexpectedEndOfExpression, this.previous());
				this.consume(TokenType.RIGHT_PAREN, ErrorType.ErrorUnexpectedSymbol);
				return new Grouping(expr);
			}
			case this.atEnd(): throw this.buildError(ErrorType.ErrorUnexpectedEndOfExpression, this.previous());
		}
		throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
	}
	match(...tokenTypes) {
		for (const tokenType of tokenTypes) if (this.check(tokenType)) {
			this.next();
			return true;
		}
		return false;
	}
	check(tokenType) {
		if (this.atEnd()) return false;
		return this.peek().type == tokenType;
	}
	atEnd() {
		return this.peek().type == TokenType.EOF;
	}
	next() {
		if (!this.atEnd()) this.offset++;
		return this.previous();
	}
	peek() {
		return this.tokens[this.offset];
	}
	previous() {
		return this.tokens[this.offset - 1];
	}
	consume(tokenType, errorType) {
		if (this.check(tokenType)) {
			this.next();
			return;
		}
		throw this.buildError(errorType, this.peek());
	}
	incrDepth() {
		this.depth++;
		if (this.depth > 50) throw this.buildError(ErrorType.ErrorExceededMaxDepth, this.peek());
	}
	decrDepth() {
		this.depth--;
	}
	buildError(errType, token) {
		return new ExpressionError(errType, token);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/template-constants.js
const ALLOWED_VALUES = "allowed-values";
const BOOLEAN = "boolean";
const BOOLEAN_DEFINITION = "boolean-definition";
const BOOLEAN_DEFINITION_PROPERTIES = "boolean-definition-properties";
const CONSTANT = "constant";
const CONTEXT = "context";
const DEFINITION = "definition";
const DEFINITIONS = "definitions";
const DESCRIPTION = "description";
const IGNORE_CASE = "ignore-case";
const INSERT_DIRECTIVE = "insert";
const IS_EXPRESSION = "is-expression";
const ITEM_TYPE = "item-type";
const LOOSE_KEY_TYPE = "loose-key-type";
const LOOSE_VALUE_TYPE = "loose-value-type";
const MAPPING = "mapping";
const MAPPING_DEFINITION = "mapping-definition";
const MAPPING_DEFINITION_PROPERTIES = "mapping-definition-properties";
const MAPPING_PROPERTY_VALUE = "mapping-property-value";
const NON_EMPTY_STRING = "non-empty-string";
const NULL = "null";
const NULL_DEFINITION = "null-definition";
const NULL_DEFINITION_PROPERTIES = "null-definition-properties";
const NUMBER = "number";
const NUMBER_DEFINITION = "number-definition";
const NUMBER_DEFINITION_PROPERTIES = "number-definition-properties";
const ONE_OF = "one-of";
const ONE_OF_DEFINITION = "one-of-definition";
const PROPERTY_VALUE = "property-value";
const PROPERTIES = "properties";
const REQUIRED = "required";
const REQUIRE_NON_EMPTY = "require-non-empty";
const SCALAR = "scalar";
const SEQUENCE = "sequence";
const SEQUENCE_DEFINITION = "sequence-definition";
const SEQUENCE_DEFINITION_PROPERTIES = "sequence-definition-properties";
const TYPE = "type";
const SEQUENCE_OF_NON_EMPTY_STRING = "sequence-of-non-empty-string";
const STRING = "string";
const STRING_DEFINITION = "string-definition";
const STRING_DEFINITION_PROPERTIES = "string-definition-properties";
const TEMPLATE_SCHEMA = "template-schema";
const VERSION = "version";

// node_modules/@actions/workflow-parser/dist/templates/allowed-context.js
function splitAllowedContext(allowedContext) {
	const FUNCTION_REGEXP = /^([a-zA-Z0-9_]+)\(([0-9]+),([0-9]+|MAX)\)$/;
	const namedContexts = [];
	const functions = [];
	if (allowedContext.length > 0) for (const contextItem of allowedContext) {
		const match = contextItem.match(FUNCTION_REGEXP);
		if (match) {
			const functionName = match[1];
			const minParameters = Number.parseInt(match[2]);
			const maxParametersRaw = match[3];
			const maxParameters = maxParametersRaw === "MAX" ? Number.MAX_SAFE_INTEGER : Number.parseInt(maxParametersRaw);
			functions.push({
				name: functionName,
				minArgs: minParameters,
				maxArgs: maxParameters
			});
		} else namedContexts.push(contextItem);
	}
	return {
		namedContexts,
		functions
	};
}

// node_modules/@actions/workflow-parser/dist/templates/tokens/expression-token.js
var ExpressionToken = class extends ScalarToken {
	constructor(type, file, range, directive, definitionInfo) {
		super(type, file, range, definitionInfo);
		this.directive = directive;
	}
	get isLiteral() {
		return false;
	}
	get isExpression() {
		return true;
	}
	static validateExpression(expression, allowedContext) {
		const { namedContexts, functions } = splitAllowedContext(allowedContext);
		const result = new Lexer(expression).lex();
		new Parser(result.tokens, namedContexts, functions).parse();
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/basic-expression-token.js
var BasicExpressionToken = class BasicExpressionToken extends ExpressionToken {
	/**
	* @param file The file ID where this token originated
	* @param range The range of the entire expression including `${{` and `}}`
	* @param expression The expression string without `${{` and `}}` markers
	* @param definitionInfo Schema definition info for this token
	* @param originalExpressions If transformed from individual expressions (e.g., format()), these are the originals
	* @param source The original source string from the YAML
	* @param expressionRange The range of just the expression, excluding `${{` and `}}`
	* @param blockScalarHeader The block scalar header (e.g., "|", "|-") if parsed from a YAML block scalar
	*/
	constructor(file, range, expression, definitionInfo, originalExpressions, source, expressionRange, blockScalarHeader) {
		super(TokenType$1.BasicExpression, file, range, void 0, definitionInfo);
		this.expr = expression;
		this.source = source;
		this.originalExpressions = originalExpressions;
		this.expressionRange = expressionRange;
		this.blockScalarHeader = blockScalarHeader;
	}
	get expression() {
		return this.expr;
	}
	clone(omitSource) {
		return omitSource ? new BasicExpressionToken(void 0, void 0, this.expr, this.definitionInfo, this.originalExpressions, this.source, this.expressionRange, this.blockScalarHeader) : new BasicExpressionToken(this.file, this.range, this.expr, this.definitionInfo, this.originalExpressions, this.source, this.expressionRange, this.blockScalarHeader);
	}
	toString() {
		return `${"${{"} ${this.expr} ${"}}"}`;
	}
	toDisplayString() {
		return ScalarToken.trimDisplayString(this.toString());
	}
	toJSON() {
		return {
			type: TokenType$1.BasicExpression,
			expr: this.expr
		};
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/insert-expression-token.js
var InsertExpressionToken = class InsertExpressionToken extends ExpressionToken {
	constructor(file, range, definitionInfo) {
		super(TokenType$1.InsertExpression, file, range, INSERT_DIRECTIVE, definitionInfo);
	}
	clone(omitSource) {
		return omitSource ? new InsertExpressionToken(void 0, void 0, this.definitionInfo) : new InsertExpressionToken(this.file, this.range, this.definitionInfo);
	}
	toString() {
		return `${"${{"} ${INSERT_DIRECTIVE} ${"}}"}`;
	}
	toDisplayString() {
		return ScalarToken.trimDisplayString(this.toString());
	}
	toJSON() {
		return {
			type: TokenType$1.InsertExpression,
			expr: "insert"
		};
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/mapping-token.js
var MappingToken = class MappingToken extends TemplateToken {
	constructor(file, range, definitionInfo) {
		super(TokenType$1.Mapping, file, range, definitionInfo);
		this.map = [];
	}
	get count() {
		return this.map.length;
	}
	get isScalar() {
		return false;
	}
	get isLiteral() {
		return false;
	}
	get isExpression() {
		return false;
	}
	add(key, value) {
		this.map.push(new KeyValuePair(key, value));
	}
	get(index) {
		return this.map[index];
	}
	find(key) {
		return this.map.find((pair) => pair.key.toString() === key)?.value;
	}
	remove(index) {
		this.map.splice(index, 1);
	}
	clone(omitSource) {
		const result = omitSource ? new MappingToken(void 0, void 0, this.definitionInfo) : new MappingToken(this.file, this.range, this.definitionInfo);
		for (const item of this.map) result.add(item.key.clone(omitSource), item.value.clone(omitSource));
		return result;
	}
	toJSON() {
		const items = [];
		for (const item of this.map) items.push({
			Key: item.key,
			Value: item.value
		});
		return {
			type: TokenType$1.Mapping,
			map: items
		};
	}
	*[Symbol.iterator]() {
		for (const item of this.map) yield item;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/tokens/type-guards.js
function isLiteral$1(t) {
	return t.isLiteral;
}
function isScalar$1(t) {
	return t.isScalar;
}
function isString(t) {
	return isLiteral$1(t) && t.templateTokenType === TokenType$1.String;
}
function isNumber(t) {
	return isLiteral$1(t) && t.templateTokenType === TokenType$1.Number;
}
function isBoolean(t) {
	return isLiteral$1(t) && t.templateTokenType === TokenType$1.Boolean;
}
function isBasicExpression(t) {
	return isScalar$1(t) && t.templateTokenType === TokenType$1.BasicExpression;
}
function isSequence(t) {
	return t instanceof SequenceToken;
}
function isMapping(t) {
	return t instanceof MappingToken;
}

// node_modules/@actions/workflow-parser/dist/templates/parse-event.js
var ParseEvent = class {
	constructor(type, token) {
		this.type = type;
		this.token = token;
	}
};
var EventType;
(function(EventType) {
	EventType[EventType["Literal"] = 0] = "Literal";
	EventType[EventType["SequenceStart"] = 1] = "SequenceStart";
	EventType[EventType["SequenceEnd"] = 2] = "SequenceEnd";
	EventType[EventType["MappingStart"] = 3] = "MappingStart";
	EventType[EventType["MappingEnd"] = 4] = "MappingEnd";
	EventType[EventType["DocumentStart"] = 5] = "DocumentStart";
	EventType[EventType["DocumentEnd"] = 6] = "DocumentEnd";
})(EventType || (EventType = {}));

// node_modules/@actions/workflow-parser/dist/templates/json-object-reader.js
var JSONObjectReader = class {
	constructor(fileId, input) {
		this._fileId = fileId;
		const value = JSON.parse(input);
		this._generator = this.getParseEvents(value, true);
		this._current = this._generator.next();
	}
	allowLiteral() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.Literal) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowSequenceStart() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.SequenceStart) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowSequenceEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.SequenceEnd) {
				this._current = this._generator.next();
				return true;
			}
		}
		return false;
	}
	allowMappingStart() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.MappingStart) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowMappingEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.MappingEnd) {
				this._current = this._generator.next();
				return true;
			}
		}
		return false;
	}
	validateEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.DocumentEnd) {
				this._current = this._generator.next();
				return;
			}
		}
		throw new Error("Expected end of reader");
	}
	validateStart() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.DocumentStart) {
				this._current = this._generator.next();
				return;
			}
		}
		throw new Error("Expected start of reader");
	}
	/**
	* Returns all tokens (depth first)
	*/
	*getParseEvents(value, root) {
		if (root) yield new ParseEvent(EventType.DocumentStart, void 0);
		switch (typeof value) {
			case "undefined":
				yield new ParseEvent(EventType.Literal, new NullToken(this._fileId, void 0, void 0));
				break;
			case "boolean":
				yield new ParseEvent(EventType.Literal, new BooleanToken(this._fileId, void 0, value, void 0));
				break;
			case "number":
				yield new ParseEvent(EventType.Literal, new NumberToken(this._fileId, void 0, value, void 0));
				break;
			case "string":
				yield new ParseEvent(EventType.Literal, new StringToken(this._fileId, void 0, value, void 0));
				break;
			case "object":
				if (value === null) yield new ParseEvent(EventType.Literal, new NullToken(this._fileId, void 0, void 0));
				else if (Array.isArray(value)) {
					yield new ParseEvent(EventType.SequenceStart, new SequenceToken(this._fileId, void 0, void 0));
					for (const item of value) for (const e of this.getParseEvents(item)) yield e;
					yield new ParseEvent(EventType.SequenceEnd, void 0);
				} else {
					yield new ParseEvent(EventType.MappingStart, new MappingToken(this._fileId, void 0, void 0));
					for (const key of Object.keys(value)) {
						yield new ParseEvent(EventType.Literal, new StringToken(this._fileId, void 0, key, void 0));
						for (const e of this.getParseEvents(value[key])) yield e;
					}
					yield new ParseEvent(EventType.MappingEnd, void 0);
				}
				break;
			default: throw new Error(`Unexpected value type '${typeof value}' when reading object`);
		}
		if (root) yield new ParseEvent(EventType.DocumentEnd, void 0);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/template-validation-error.js
/**
* Provides information about an error which occurred during validation
*/
var TemplateValidationError = class {
	constructor(rawMessage, prefix, code, range) {
		this.rawMessage = rawMessage;
		this.prefix = prefix;
		this.code = code;
		this.range = range;
	}
	get message() {
		if (this.prefix) return `${this.prefix}: ${this.rawMessage}`;
		return this.rawMessage;
	}
	toString() {
		return this.message;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/template-context.js
/**
* Context object that is flowed through while loading and evaluating object templates
*/
var TemplateContext = class {
	constructor(errors, schema, trace) {
		this._fileIds = {};
		this._fileNames = [];
		/**
		* Available functions within expression contexts
		*/
		this.expressionFunctions = [];
		/**
		* Available values within expression contexts
		*/
		this.expressionNamedContexts = [];
		this.state = {};
		this.errors = errors;
		this.schema = schema;
		this.trace = trace;
	}
	error(tokenOrFileId, err, tokenRange) {
		const token = tokenOrFileId;
		const range = tokenRange || token?.range;
		const prefix = this.getErrorPrefix(token?.file ?? tokenOrFileId, token?.line, token?.col);
		const message = err?.message ?? String(err);
		const e = new TemplateValidationError(message, prefix, void 0, range);
		this.errors.add(e);
		this.trace.error(e.message);
	}
	/**
	* Gets or adds the file ID
	*/
	getFileId(file) {
		const key = file.toUpperCase();
		let id = this._fileIds[key];
		if (id === void 0) {
			id = this._fileNames.length + 1;
			this._fileIds[key] = id;
			this._fileNames.push(file);
		}
		return id;
	}
	/**
	* Looks up a file name by ID. Returns undefined if not found.
	*/
	getFileName(fileId) {
		return this._fileNames.length >= fileId ? this._fileNames[fileId - 1] : void 0;
	}
	/**
	* Gets a copy of the file table
	*/
	getFileTable() {
		return this._fileNames.slice();
	}
	getErrorPrefix(fileId, line, column) {
		const fileName = fileId !== void 0 ? this.getFileName(fileId) : void 0;
		if (fileName) {
			if (line !== void 0 && column !== void 0) return `${fileName} (Line: ${line}, Col: ${column})`;
			else return fileName;
		} else if (line !== void 0 && column !== void 0) return `(Line: ${line}, Col: ${column})`;
		else return "";
	}
};
/**
* Provides information about errors which occurred during validation
*/
var TemplateValidationErrors = class {
	constructor(maxErrors, maxMessageLength) {
		this._errors = [];
		this._maxErrors = maxErrors ?? 0;
		this._maxMessageLength = maxMessageLength ?? 0;
	}
	get count() {
		return this._errors.length;
	}
	add(err) {
		for (let e of Array.isArray(err) ? err : [err]) if (this._maxErrors <= 0 || this._errors.length < this._maxErrors) {
			if (this._maxMessageLength > 0 && e.message.length > this._maxMessageLength) e = new TemplateValidationError(e.message.substring(0, this._maxMessageLength) + "[...]", e.prefix, e.code, e.range);
			this._errors.push(e);
		}
	}
	/**
	* Throws if any errors
	* @param prefix The error message prefix
	*/
	check(prefix) {
		if (this._errors.length <= 0) return;
		if (!prefix) prefix = "The template is not valid.";
		throw new Error(`${prefix} ${this._errors.map((x) => x.message).join(",")}`);
	}
	clear() {
		this._errors = [];
	}
	getErrors() {
		return this._errors.slice();
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/definition-info.js
var DefinitionInfo = class {
	constructor(schemaOrParent, nameOrDefinition) {
		this.isDefinitionInfo = true;
		const parent = schemaOrParent?.isDefinitionInfo === true ? schemaOrParent : void 0;
		this._schema = parent === void 0 ? schemaOrParent : parent._schema;
		this.definition = typeof nameOrDefinition === "string" ? this._schema.getDefinition(nameOrDefinition) : nameOrDefinition;
		if (this.definition.readerContext.length > 0) {
			this.allowedContext = [];
			const upperSeen = {};
			for (const context of parent?.allowedContext ?? []) {
				this.allowedContext.push(context);
				upperSeen[context.toUpperCase()] = true;
			}
			for (const context of this.definition.readerContext) {
				const upper = context.toUpperCase();
				if (!upperSeen[upper]) {
					this.allowedContext.push(context);
					upperSeen[upper] = true;
				}
			}
		} else this.allowedContext = parent?.allowedContext ?? [];
	}
	getScalarDefinitions() {
		return this._schema.getScalarDefinitions(this.definition);
	}
	getDefinitionsOfType(type) {
		return this._schema.getDefinitionsOfType(this.definition, type);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/definition-type.js
var DefinitionType;
(function(DefinitionType) {
	DefinitionType[DefinitionType["Null"] = 0] = "Null";
	DefinitionType[DefinitionType["Boolean"] = 1] = "Boolean";
	DefinitionType[DefinitionType["Number"] = 2] = "Number";
	DefinitionType[DefinitionType["String"] = 3] = "String";
	DefinitionType[DefinitionType["Sequence"] = 4] = "Sequence";
	DefinitionType[DefinitionType["Mapping"] = 5] = "Mapping";
	DefinitionType[DefinitionType["OneOf"] = 6] = "OneOf";
	DefinitionType[DefinitionType["AllowedValues"] = 7] = "AllowedValues";
})(DefinitionType || (DefinitionType = {}));

// node_modules/@actions/workflow-parser/dist/templates/template-reader.js
const WHITESPACE_PATTERN = /\s/;
const backgroundStepProperties = /* @__PURE__ */ new Set([
	"background",
	"wait",
	"wait-all",
	"cancel"
]);
const backgroundStepOnlyProperties = /* @__PURE__ */ new Set([
	"wait",
	"wait-all",
	"cancel"
]);
function readTemplate(context, type, objectReader, fileId) {
	const reader = new TemplateReader(context, objectReader, fileId);
	let value;
	try {
		objectReader.validateStart();
		const definition = new DefinitionInfo(context.schema, type);
		value = reader.readValue(definition);
		objectReader.validateEnd();
	} catch (err) {
		context.error(fileId, err);
	}
	return value;
}
var TemplateReader = class {
	constructor(context, objectReader, fileId) {
		this._context = context;
		this._schema = context.schema;
		this._objectReader = objectReader;
		this._fileId = fileId;
	}
	readValue(definition) {
		const literal = this._objectReader.allowLiteral();
		if (literal) {
			let scalar = this.parseScalar(literal, definition);
			scalar = this.validate(scalar, definition);
			return scalar;
		}
		const sequence = this._objectReader.allowSequenceStart();
		if (sequence) {
			const sequenceDefinition = definition.getDefinitionsOfType(DefinitionType.Sequence)[0];
			if (sequenceDefinition) {
				const itemDefinition = new DefinitionInfo(definition, sequenceDefinition.itemType);
				while (!this._objectReader.allowSequenceEnd()) {
					const item = this.readValue(itemDefinition);
					sequence.add(item);
				}
			} else {
				this._context.error(sequence, "A sequence was not expected");
				while (!this._objectReader.allowSequenceEnd()) this.skipValue();
			}
			sequence.definitionInfo = definition;
			return sequence;
		}
		const mapping = this._objectReader.allowMappingStart();
		if (mapping) {
			const mappingDefinitions = definition.getDefinitionsOfType(DefinitionType.Mapping);
			if (mappingDefinitions.length > 0) {
				if (mappingDefinitions.length > 1 || Object.keys(mappingDefinitions[0].properties).length > 0 || !mappingDefinitions[0].looseKeyType) this.handleMappingWithWellKnownProperties(definition, mappingDefinitions, mapping);
				else {
					const keyDefinition = new DefinitionInfo(definition, mappingDefinitions[0].looseKeyType);
					const valueDefinition = new DefinitionInfo(definition, mappingDefinitions[0].looseValueType);
					this.handleMappingWithAllLooseProperties(definition, keyDefinition, valueDefinition, mappingDefinitions[0], mapping);
				}
			} else {
				this._context.error(mapping, "A mapping was not expected");
				while (!this._objectReader.allowMappingEnd()) {
					this.skipValue();
					this.skipValue();
				}
			}
			if (!mapping.definitionInfo) mapping.definitionInfo = definition;
			return mapping;
		}
		throw new Error("Expected a scalar value, a sequence, or a mapping");
	}
	handleMappingWithWellKnownProperties(definition, mappingDefinitions, mapping) {
		let looseKeyType;
		let looseValueType;
		let looseKeyDefinition;
		let looseValueDefinition;
		if (mappingDefinitions[0].looseKeyType) {
			looseKeyType = mappingDefinitions[0].looseKeyType;
			looseValueType = mappingDefinitions[0].looseValueType;
		}
		const upperKeys = {};
		let hasExpressionKey = false;
		let rawLiteral;
		while (rawLiteral = this._objectReader.allowLiteral()) {
			const nextKeyScalar = this.parseScalar(rawLiteral, definition);
			if (nextKeyScalar.isExpression) {
				hasExpressionKey = true;
				if (definition.allowedContext.length > 0) {
					const anyDefinition = new DefinitionInfo(definition, "any");
					mapping.add(nextKeyScalar, this.readValue(anyDefinition));
				} else {
					this._context.error(nextKeyScalar, "A template expression is not allowed in this context");
					this.skipValue();
				}
				continue;
			}
			const nextKey = nextKeyScalar.templateTokenType === TokenType$1.String ? nextKeyScalar : new StringToken(nextKeyScalar.file, nextKeyScalar.range, nextKeyScalar.toString(), nextKeyScalar.definitionInfo);
			if (nextKey.value) {
				const upperKey = nextKey.value.toUpperCase();
				if (upperKeys[upperKey]) {
					this._context.error(nextKey, `'${nextKey.value}' is already defined`);
					this.skipValue();
					continue;
				}
				upperKeys[upperKey] = true;
			}
			const nextPropertyDef = this._schema.matchPropertyAndFilter(mappingDefinitions, nextKey.value);
			if (nextPropertyDef) {
				if (!this.backgroundStepsEnabled() && backgroundStepProperties.has(nextKey.value)) {
					this._context.error(nextKey, `Unexpected value '${nextKey.value}'`);
					this.skipValue();
					continue;
				}
				const nextDefinition = new DefinitionInfo(definition, nextPropertyDef.type);
				nextKey.definitionInfo = nextDefinition;
				if (nextPropertyDef.description) nextKey.description = nextPropertyDef.description;
				const nextValue = this.readValue(nextDefinition);
				mapping.add(nextKey, nextValue);
				continue;
			}
			if (looseKeyType) {
				if (!looseKeyDefinition) {
					looseKeyDefinition = new DefinitionInfo(definition, looseKeyType);
					looseValueDefinition = new DefinitionInfo(definition, looseValueType);
				}
				this.validate(nextKey, looseKeyDefinition);
				nextKey.definitionInfo = new DefinitionInfo(definition, mappingDefinitions[0].looseValueType);
				const nextValue = this.readValue(looseValueDefinition);
				mapping.add(nextKey, nextValue);
				continue;
			}
			this._context.error(nextKey, `Unexpected value '${nextKey.value}'`);
			this.skipValue();
		}
		if (mappingDefinitions.length === 1) mapping.definitionInfo = new DefinitionInfo(definition, mappingDefinitions[0]);
		if (mappingDefinitions.length > 1) {
			const hitCount = {};
			for (const mappingDefinition of mappingDefinitions) for (const key of Object.keys(mappingDefinition.properties)) hitCount[key] = (hitCount[key] ?? 0) + 1;
			const nonDuplicates = [];
			for (const key of Object.keys(hitCount)) if (hitCount[key] === 1) nonDuplicates.push(key);
			const properties = this.backgroundStepsEnabled() ? nonDuplicates : nonDuplicates.filter((property) => !backgroundStepOnlyProperties.has(property));
			this._context.error(mapping, `There's not enough info to determine what you meant. Add one of these properties: ${properties.sort().join(", ")}`);
		} else if (mappingDefinitions.length === 1 && !hasExpressionKey) {
			for (const propertyName of Object.keys(mappingDefinitions[0].properties)) if (mappingDefinitions[0].properties[propertyName].required && !upperKeys[propertyName.toUpperCase()]) this._context.error(mapping, `Required property is missing: ${propertyName}`);
		}
		this.expectMappingEnd();
	}
	handleMappingWithAllLooseProperties(definition, keyDefinition, valueDefinition, mappingDefinition, mapping) {
		let nextValue;
		const upperKeys = {};
		let rawLiteral;
		while (rawLiteral = this._objectReader.allowLiteral()) {
			const nextKeyScalar = this.parseScalar(rawLiteral, definition);
			nextKeyScalar.definitionInfo = keyDefinition;
			if (nextKeyScalar.isExpression) {
				if (definition.allowedContext.length > 0) {
					nextValue = this.readValue(valueDefinition);
					mapping.add(nextKeyScalar, nextValue);
				} else {
					this._context.error(nextKeyScalar, "A template expression is not allowed in this context");
					this.skipValue();
				}
				continue;
			}
			const nextKey = nextKeyScalar.templateTokenType === TokenType$1.String ? nextKeyScalar : new StringToken(nextKeyScalar.file, nextKeyScalar.range, nextKeyScalar.toString(), nextKeyScalar.definitionInfo);
			if (nextKey.value) {
				const upperKey = nextKey.value.toUpperCase();
				if (upperKeys[upperKey]) {
					this._context.error(nextKey, `'${nextKey.value}' is already defined`);
					this.skipValue();
					continue;
				}
				upperKeys[upperKey] = true;
			}
			this.validate(nextKey, keyDefinition);
			nextKey.definitionInfo = new DefinitionInfo(definition, mappingDefinition.looseValueType);
			nextValue = this.readValue(valueDefinition);
			mapping.add(nextKey, nextValue);
		}
		this.expectMappingEnd();
	}
	expectMappingEnd() {
		if (!this._objectReader.allowMappingEnd()) throw new Error("Expected mapping end");
	}
	skipValue() {
		if (this._objectReader.allowLiteral()) {} else if (this._objectReader.allowSequenceStart()) while (!this._objectReader.allowSequenceEnd()) this.skipValue();
		else if (this._objectReader.allowMappingStart()) while (!this._objectReader.allowMappingEnd()) {
			this.skipValue();
			this.skipValue();
		}
		else throw new Error("Expected a scalar value, a sequence, or a mapping");
	}
	validate(scalar, definition) {
		switch (scalar.templateTokenType) {
			case TokenType$1.Null:
			case TokenType$1.Boolean:
			case TokenType$1.Number:
			case TokenType$1.String: {
				const literal = scalar;
				const scalarDefinitions = definition.getScalarDefinitions();
				let relevantDefinition;
				if (relevantDefinition = scalarDefinitions.find((x) => x.isMatch(literal))) {
					scalar.definitionInfo = new DefinitionInfo(definition, relevantDefinition);
					return scalar;
				}
				if (literal.templateTokenType !== TokenType$1.String) {
					const stringLiteral = new StringToken(literal.file, literal.range, literal.toString(), literal.definitionInfo);
					if (relevantDefinition = scalarDefinitions.find((x) => x.isMatch(stringLiteral))) {
						stringLiteral.definitionInfo = new DefinitionInfo(definition, relevantDefinition);
						return stringLiteral;
					}
				}
				this._context.error(literal, `Unexpected value '${literal.toString()}'`);
				return scalar;
			}
			case TokenType$1.BasicExpression:
				if (definition.allowedContext.length === 0) this._context.error(scalar, "A template expression is not allowed in this context");
				return scalar;
			default:
				this._context.error(scalar, `Unexpected value '${scalar.toString()}'`);
				return scalar;
		}
	}
	parseScalar(token, definitionInfo) {
		if (!isString(token) || !token.value) return token;
		const allowedContext = definitionInfo.allowedContext;
		const isSingleLine = token.range === void 0 || token.range.start.line === token.range.end.line;
		const raw = isSingleLine ? token.value : token.source ?? token.value;
		let startExpression = raw.indexOf("${{");
		if (startExpression < 0) return token;
		let encounteredError = false;
		const segments = [];
		let i = 0;
		while (i < raw.length) if (i === startExpression) {
			startExpression = i;
			let endExpression = -1;
			let inString = false;
			for (i += "${{".length; i < raw.length; i++) if (raw[i] === "'") inString = !inString;
			else if (!inString && raw[i] === "}" && raw[i - 1] === "}") {
				endExpression = i;
				i++;
				break;
			}
			if (endExpression < startExpression) {
				this._context.error(token, "The expression is not closed. An unescaped ${{ sequence was found, but the closing }} sequence was not found.");
				return token;
			}
			const rawExpression = raw.substr(startExpression + "${{".length, endExpression - startExpression + 1 - "${{".length - "}}".length);
			let tr = token.range;
			if (isSingleLine) {
				const offset = (token.source ?? raw).indexOf("${{") - raw.indexOf("${{");
				tr = {
					start: {
						line: tr.start.line,
						column: tr.start.column + startExpression + offset
					},
					end: {
						line: tr.end.line,
						column: tr.start.column + endExpression + 1 + offset
					}
				};
			} else {
				const startRaw = raw.substring(0, startExpression);
				const adjustedStartLine = startRaw.split("\n").length;
				const beginningOfLine = startRaw.lastIndexOf("\n");
				const adjustedStart = startExpression - beginningOfLine;
				const adjustedEnd = endExpression - beginningOfLine + 1;
				tr = {
					start: {
						line: tr.start.line + adjustedStartLine,
						column: adjustedStart
					},
					end: {
						line: tr.start.line + adjustedStartLine,
						column: adjustedEnd
					}
				};
			}
			const expression = this.parseIntoExpressionToken(tr, rawExpression, allowedContext, token, definitionInfo);
			if (!expression) encounteredError = true;
			else {
				if (expression.directive && (startExpression !== 0 || i < raw.length)) {
					this._context.error(token, `The directive '${expression.directive}' is not allowed in this context. Directives are not supported for expressions that are embedded within a string. Directives are only supported when the entire value is an expression.`);
					return token;
				}
				segments.push(expression);
			}
			startExpression = raw.indexOf("${{", i);
		} else if (i < startExpression) {
			this.addString(segments, token.range, raw.substr(i, startExpression - i), token.definitionInfo);
			i = startExpression;
		} else {
			this.addString(segments, token.range, raw.substr(i), token.definitionInfo);
			break;
		}
		if (encounteredError) return token;
		if (segments.length === 1 && segments[0].templateTokenType === TokenType$1.BasicExpression) {
			const basicExpression = segments[0];
			const str = this.getExpressionString(basicExpression.expression);
			if (str !== void 0) return new StringToken(this._fileId, token.range, str, token.definitionInfo);
		}
		if (segments.length === 1) return segments[0];
		const format = [];
		const args = [];
		const expressionTokens = [];
		let argIndex = 0;
		for (const segment of segments) if (isString(segment)) {
			const text = segment.value.replace(/'/g, "''").replace(/\{/g, "{{").replace(/\}/g, "}}");
			format.push(text);
		} else {
			format.push(`{${argIndex}}`);
			argIndex++;
			const expression = segment;
			args.push(", ");
			args.push(expression.expression);
			expressionTokens.push(expression);
		}
		return new BasicExpressionToken(this._fileId, token.range, `format('${format.join("")}'${args.join("")})`, definitionInfo, expressionTokens, raw, void 0, token.blockScalarHeader);
	}
	parseIntoExpressionToken(tr, rawExpression, allowedContext, token, definitionInfo) {
		const parseExpressionResult = this.parseExpression(tr, token, rawExpression, allowedContext, definitionInfo);
		if (parseExpressionResult.error) {
			this._context.error(token, parseExpressionResult.error, tr);
			return;
		}
		return parseExpressionResult.expression;
	}
	parseExpression(range, token, value, allowedContext, definitionInfo) {
		const trimmed = value.trim();
		if (!trimmed) return { error: /* @__PURE__ */ new Error("An expression was expected") };
		const matchDirectiveResult = this.matchDirective(trimmed, INSERT_DIRECTIVE, 0);
		if (matchDirectiveResult.isMatch) return { expression: new InsertExpressionToken(this._fileId, range, definitionInfo) };
		else if (matchDirectiveResult.error) return { error: matchDirectiveResult.error };
		try {
			ExpressionToken.validateExpression(trimmed, allowedContext);
		} catch (err) {
			return { error: err };
		}
		const startTrim = value.length - value.trimStart().length;
		const endTrim = value.length - value.trimEnd().length;
		const expressionRange = {
			start: {
				...range.start,
				column: range.start.column + "${{".length + startTrim
			},
			end: {
				...range.end,
				column: range.end.column - "}}".length - endTrim
			}
		};
		return {
			expression: new BasicExpressionToken(this._fileId, range, trimmed, definitionInfo, void 0, token.source, expressionRange, token.blockScalarHeader),
			error: void 0
		};
	}
	addString(segments, range, value, definition) {
		if (segments.length > 0 && segments[segments.length - 1].templateTokenType === TokenType$1.String) {
			const lastSegment = segments[segments.length - 1];
			segments[segments.length - 1] = new StringToken(this._fileId, range, `${lastSegment.value}${value}`, definition);
		} else segments.push(new StringToken(this._fileId, range, value, definition));
	}
	matchDirective(trimmed, directive, expectedParameters) {
		const parameters = [];
		if (trimmed.startsWith(directive) && (trimmed.length === directive.length || WHITESPACE_PATTERN.test(trimmed[directive.length]))) {
			let startIndex = directive.length;
			let inString = false;
			let parens = 0;
			for (let i = startIndex; i < trimmed.length; i++) {
				const c = trimmed[i];
				if (WHITESPACE_PATTERN.test(c) && !inString && parens == 0) {
					if (startIndex < 1) parameters.push(trimmed.substr(startIndex, i - startIndex));
					startIndex = i + 1;
				} else if (c === "'") inString = !inString;
				else if (c === "(" && !inString) parens++;
				else if (c === ")" && !inString) parens--;
			}
			if (startIndex < trimmed.length) parameters.push(trimmed.substr(startIndex));
			if (expectedParameters != parameters.length) return {
				isMatch: false,
				parameters: [],
				error: /* @__PURE__ */ new Error(`Exactly ${expectedParameters} parameter(s) were expected following the directive '${directive}'. Actual parameter count: ${parameters.length}`)
			};
			return {
				isMatch: true,
				parameters
			};
		}
		return {
			isMatch: false,
			parameters
		};
	}
	getExpressionString(trimmed) {
		const result = [];
		let inString = false;
		for (let i = 0; i < trimmed.length; i++) {
			const c = trimmed[i];
			if (c === "'") {
				inString = !inString;
				if (inString && i !== 0) result.push(c);
			} else if (!inString) return;
			else result.push(c);
		}
		return result.join("");
	}
	backgroundStepsEnabled() {
		return this._context.state.featureFlags?.isEnabled("allowBackgroundSteps") ?? false;
	}
};

// node_modules/@actions/workflow-parser/dist/templates/trace-writer.js
var NoOperationTraceWriter = class {
	error() {}
	info() {}
	verbose() {}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/definition.js
/**
* Defines the allowable schema for a user defined type
*/
var Definition = class {
	constructor(key, definition) {
		/**
		* Used by the template reader to determine allowed expression values and functions.
		* Also used by the template reader to validate function min/max parameters.
		*/
		this.readerContext = [];
		/**
		* Used by the template evaluator to determine allowed expression values and functions.
		* The min/max parameter info is omitted.
		*/
		this.evaluatorContext = [];
		this.key = key;
		if (definition) for (let i = 0; i < definition.count;) switch (definition.get(i).key.assertString(`${DEFINITION} key`).value) {
			case CONTEXT: {
				const context = definition.get(i).value.assertSequence(`${DEFINITION} ${CONTEXT}`);
				definition.remove(i);
				const seenReaderContext = {};
				const seenEvaluatorContext = {};
				for (const item of context) {
					const itemStr = item.assertString(`${CONTEXT} item`).value;
					const upperItemStr = itemStr.toUpperCase();
					if (seenReaderContext[upperItemStr]) throw new Error(`Duplicate context item '${itemStr}'`);
					seenReaderContext[upperItemStr] = true;
					this.readerContext.push(itemStr);
					const paramIndex = itemStr.indexOf("(");
					const modifiedItemStr = paramIndex > 0 ? itemStr.substr(0, paramIndex + 1) + ")" : itemStr;
					const upperModifiedItemStr = modifiedItemStr.toUpperCase();
					if (seenEvaluatorContext[upperModifiedItemStr]) throw new Error(`Duplicate context item '${modifiedItemStr}'`);
					seenEvaluatorContext[upperModifiedItemStr] = true;
					this.evaluatorContext.push(modifiedItemStr);
				}
				break;
			}
			case DESCRIPTION: {
				const value = definition.get(i).value;
				this.description = value.assertString(DESCRIPTION).value;
				definition.remove(i);
				break;
			}
			default: i++;
		}
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/scalar-definition.js
var ScalarDefinition = class extends Definition {
	constructor(key, definition) {
		super(key, definition);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/boolean-definition.js
var BooleanDefinition = class extends ScalarDefinition {
	constructor(key, definition) {
		super(key, definition);
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case BOOLEAN: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${BOOLEAN}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${BOOLEAN} key`);
						switch (mappingKey.value) {
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${BOOLEAN} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.Boolean;
	}
	isMatch(literal) {
		return literal.templateTokenType === TokenType$1.Boolean;
	}
	validate() {}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/property-definition.js
var PropertyDefinition = class {
	constructor(token) {
		this.type = "";
		this.required = false;
		if (token.templateTokenType === TokenType$1.String) this.type = token.value;
		else {
			const mapping = token.assertMapping(MAPPING_PROPERTY_VALUE);
			for (const mappingPair of mapping) {
				const mappingKey = mappingPair.key.assertString(`${MAPPING_PROPERTY_VALUE} key`);
				switch (mappingKey.value) {
					case TYPE:
						this.type = mappingPair.value.assertString(`${MAPPING_PROPERTY_VALUE} ${TYPE}`).value;
						break;
					case REQUIRED:
						this.required = mappingPair.value.assertBoolean(`${MAPPING_PROPERTY_VALUE} ${REQUIRED}`).value;
						break;
					case DESCRIPTION:
						this.description = mappingPair.value.assertString(`${MAPPING_PROPERTY_VALUE} ${DESCRIPTION}`).value;
						break;
					default: mappingKey.assertUnexpectedValue(`${MAPPING_PROPERTY_VALUE} key`);
				}
			}
		}
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/mapping-definition.js
var MappingDefinition = class extends Definition {
	constructor(key, definition) {
		super(key, definition);
		this.properties = {};
		this.looseKeyType = "";
		this.looseValueType = "";
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case MAPPING: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${MAPPING}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${MAPPING} key`);
						switch (mappingKey.value) {
							case PROPERTIES: {
								const properties = mappingPair.value.assertMapping(`${DEFINITION} ${MAPPING} ${PROPERTIES}`);
								for (const propertiesPair of properties) {
									const propertyName = propertiesPair.key.assertString(`${DEFINITION} ${MAPPING} ${PROPERTIES} key`);
									this.properties[propertyName.value] = new PropertyDefinition(propertiesPair.value);
								}
								break;
							}
							case LOOSE_KEY_TYPE: {
								const looseKeyType = mappingPair.value.assertString(`${DEFINITION} ${MAPPING} ${LOOSE_KEY_TYPE}`);
								this.looseKeyType = looseKeyType.value;
								break;
							}
							case LOOSE_VALUE_TYPE: {
								const looseValueType = mappingPair.value.assertString(`${DEFINITION} ${MAPPING} ${LOOSE_VALUE_TYPE}`);
								this.looseValueType = looseValueType.value;
								break;
							}
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${MAPPING} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.Mapping;
	}
	validate(schema, name) {
		if (this.looseKeyType) {
			schema.getDefinition(this.looseKeyType);
			if (this.looseValueType) schema.getDefinition(this.looseValueType);
			else throw new Error(`Property '${LOOSE_KEY_TYPE}' is defined but '${LOOSE_VALUE_TYPE}' is not defined on '${name}'`);
		} else if (this.looseValueType) throw new Error(`Property '${LOOSE_VALUE_TYPE}' is defined but '${LOOSE_KEY_TYPE}' is not defined on '${name}'`);
		for (const propertyName of Object.keys(this.properties)) {
			const propertyDef = this.properties[propertyName];
			if (!propertyDef.type) throw new Error(`Type not specified for the property '${propertyName}' on '${name}'`);
			schema.getDefinition(propertyDef.type);
		}
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/null-definition.js
var NullDefinition = class extends ScalarDefinition {
	constructor(key, definition) {
		super(key, definition);
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case NULL: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${NULL}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${NULL} key`);
						switch (mappingKey.value) {
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${NULL} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.Null;
	}
	isMatch(literal) {
		return literal.templateTokenType === TokenType$1.Null;
	}
	validate() {}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/number-definition.js
var NumberDefinition = class extends ScalarDefinition {
	constructor(key, definition) {
		super(key, definition);
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case NUMBER: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${NUMBER}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${NUMBER} key`);
						switch (mappingKey.value) {
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${NUMBER} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.Number;
	}
	isMatch(literal) {
		return literal.templateTokenType === TokenType$1.Number;
	}
	validate() {}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/one-of-definition.js
/**
* Must resolve to exactly one of the referenced definitions
*/
var OneOfDefinition = class extends Definition {
	constructor(key, definition) {
		super(key, definition);
		this.oneOf = [];
		this.oneOfPrefix = [];
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case ONE_OF: {
					const oneOf = definitionPair.value.assertSequence(`${DEFINITION} ${ONE_OF}`);
					for (const item of oneOf) {
						const oneOfItem = item.assertString(`${DEFINITION} ${ONE_OF} item`);
						this.oneOf.push(oneOfItem.value);
					}
					break;
				}
				case ALLOWED_VALUES: {
					const oneOf = definitionPair.value.assertSequence(`${DEFINITION} ${ALLOWED_VALUES}`);
					for (const item of oneOf) {
						const oneOfItem = item.assertString(`${DEFINITION} ${ONE_OF} item`);
						this.oneOf.push(this.key + "-" + oneOfItem.value);
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.OneOf;
	}
	validate(schema, name) {
		if (this.oneOf.length === 0) throw new Error(`'${name}' does not contain any references`);
		let foundLooseKeyType = false;
		const mappingDefinitions = [];
		let allowedValuesDefinition;
		let sequenceDefinition;
		let nullDefinition;
		let booleanDefinition;
		let numberDefinition;
		const stringDefinitions = [];
		const seenNestedTypes = {};
		for (const nestedType of this.oneOf) {
			if (seenNestedTypes[nestedType]) throw new Error(`'${name}' contains duplicate nested type '${nestedType}'`);
			seenNestedTypes[nestedType] = true;
			const nestedDefinition = schema.getDefinition(nestedType);
			if (nestedDefinition.readerContext.length > 0) throw new Error(`'${name}' is a one-of definition and references another definition that defines context. This is currently not supported.`);
			switch (nestedDefinition.definitionType) {
				case DefinitionType.Mapping: {
					const mappingDefinition = nestedDefinition;
					mappingDefinitions.push(mappingDefinition);
					if (mappingDefinition.looseKeyType) foundLooseKeyType = true;
					break;
				}
				case DefinitionType.Sequence:
					if (sequenceDefinition) throw new Error(`'${name}' refers to more than one definition of type '${SEQUENCE}'`);
					sequenceDefinition = nestedDefinition;
					break;
				case DefinitionType.Null:
					if (nullDefinition) throw new Error(`'${name}' refers to more than one definition of type '${NULL}'`);
					nullDefinition = nestedDefinition;
					break;
				case DefinitionType.Boolean:
					if (booleanDefinition) throw new Error(`'${name}' refers to more than one definition of type '${BOOLEAN}'`);
					booleanDefinition = nestedDefinition;
					break;
				case DefinitionType.Number:
					if (numberDefinition) throw new Error(`'${name}' refers to more than one definition of type '${NUMBER}'`);
					numberDefinition = nestedDefinition;
					break;
				case DefinitionType.String: {
					const stringDefinition = nestedDefinition;
					if (stringDefinitions.length > 0 && (!stringDefinitions[0].constant || !stringDefinition.constant)) throw new Error(`'${name}' refers to more than one '${SCALAR}', but some do not set '${CONSTANT}'`);
					stringDefinitions.push(stringDefinition);
					break;
				}
				case DefinitionType.OneOf:
					if (allowedValuesDefinition) throw new Error(`'${name}' contains multiple allowed-values definitions`);
					allowedValuesDefinition = nestedDefinition;
					break;
				default: throw new Error(`'${name}' refers to a definition with type '${nestedDefinition.definitionType}'`);
			}
		}
		if (mappingDefinitions.length > 1) {
			if (foundLooseKeyType) throw new Error(`'${name}' refers to two mappings and at least one sets '${LOOSE_KEY_TYPE}'. This is not currently supported.`);
			const seenProperties = {};
			for (const mappingDefinition of mappingDefinitions) for (const propertyName of Object.keys(mappingDefinition.properties)) {
				const newPropertyDef = mappingDefinition.properties[propertyName];
				const existingPropertyDef = seenProperties[propertyName];
				if (existingPropertyDef) {
					if (existingPropertyDef.type === newPropertyDef.type) continue;
					throw new Error(`'${name}' contains two mappings with the same property, but each refers to a different type. All matching properties must refer to the same type.`);
				} else seenProperties[propertyName] = newPropertyDef;
			}
		}
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/sequence-definition.js
var SequenceDefinition = class extends Definition {
	constructor(key, definition) {
		super(key, definition);
		this.itemType = "";
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case SEQUENCE: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${SEQUENCE}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${SEQUENCE} key`);
						switch (mappingKey.value) {
							case ITEM_TYPE: {
								const itemType = mappingPair.value.assertString(`${DEFINITION} ${SEQUENCE} ${ITEM_TYPE}`);
								this.itemType = itemType.value;
								break;
							}
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${SEQUENCE} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.Sequence;
	}
	validate(schema, name) {
		if (!this.itemType) throw new Error(`'${name}' does not defined '${ITEM_TYPE}'`);
		schema.getDefinition(this.itemType);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/string-definition.js
var StringDefinition = class extends ScalarDefinition {
	constructor(key, definition) {
		super(key, definition);
		this.constant = "";
		this.ignoreCase = false;
		this.requireNonEmpty = false;
		this.isExpression = false;
		if (definition) for (const definitionPair of definition) {
			const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
			switch (definitionKey.value) {
				case STRING: {
					const mapping = definitionPair.value.assertMapping(`${DEFINITION} ${STRING}`);
					for (const mappingPair of mapping) {
						const mappingKey = mappingPair.key.assertString(`${DEFINITION} ${STRING} key`);
						switch (mappingKey.value) {
							case CONSTANT: {
								const constantStringToken = mappingPair.value.assertString(`${DEFINITION} ${STRING} ${CONSTANT}`);
								this.constant = constantStringToken.value;
								break;
							}
							case IGNORE_CASE: {
								const ignoreCaseBooleanToken = mappingPair.value.assertBoolean(`${DEFINITION} ${STRING} ${IGNORE_CASE}`);
								this.ignoreCase = ignoreCaseBooleanToken.value;
								break;
							}
							case REQUIRE_NON_EMPTY: {
								const requireNonEmptyBooleanToken = mappingPair.value.assertBoolean(`${DEFINITION} ${STRING} ${REQUIRE_NON_EMPTY}`);
								this.requireNonEmpty = requireNonEmptyBooleanToken.value;
								break;
							}
							case IS_EXPRESSION: {
								const isExpressionToken = mappingPair.value.assertBoolean(`${DEFINITION} ${STRING} ${IS_EXPRESSION}`);
								this.isExpression = isExpressionToken.value;
								break;
							}
							default: mappingKey.assertUnexpectedValue(`${DEFINITION} ${STRING} key`);
						}
					}
					break;
				}
				default: definitionKey.assertUnexpectedValue(`${DEFINITION} key`);
			}
		}
	}
	get definitionType() {
		return DefinitionType.String;
	}
	isMatch(literal) {
		if (literal.templateTokenType === TokenType$1.String) {
			const value = literal.value;
			if (this.constant) return this.ignoreCase ? this.constant.toUpperCase() === value.toUpperCase() : this.constant === value;
			else if (this.requireNonEmpty) return !!value;
			else return true;
		}
		return false;
	}
	validate() {
		if (this.constant && this.requireNonEmpty) throw new Error(`Properties '${CONSTANT}' and '${REQUIRE_NON_EMPTY}' cannot both be set`);
	}
};

// node_modules/@actions/workflow-parser/dist/templates/schema/template-schema.js
/**
* This models the root schema object and contains definitions
*/
var TemplateSchema = class TemplateSchema {
	constructor(mapping) {
		this.definitions = {};
		this.version = "";
		this.definitions[NULL] = new NullDefinition(NULL);
		this.definitions[BOOLEAN] = new BooleanDefinition(BOOLEAN);
		this.definitions[NUMBER] = new NumberDefinition(NUMBER);
		this.definitions[STRING] = new StringDefinition(STRING);
		const sequenceDefinition = new SequenceDefinition(SEQUENCE);
		sequenceDefinition.itemType = "any";
		this.definitions[sequenceDefinition.key] = sequenceDefinition;
		const mappingDefinition = new MappingDefinition(MAPPING);
		mappingDefinition.looseKeyType = STRING;
		mappingDefinition.looseValueType = "any";
		this.definitions[mappingDefinition.key] = mappingDefinition;
		const anyDefinition = new OneOfDefinition("any");
		anyDefinition.oneOf.push(NULL);
		anyDefinition.oneOf.push(BOOLEAN);
		anyDefinition.oneOf.push(NUMBER);
		anyDefinition.oneOf.push(STRING);
		anyDefinition.oneOf.push(SEQUENCE);
		anyDefinition.oneOf.push(MAPPING);
		this.definitions[anyDefinition.key] = anyDefinition;
		if (mapping) for (const pair of mapping) {
			const key = pair.key.assertString(`${TEMPLATE_SCHEMA} key`);
			switch (key.value) {
				case VERSION:
					this.version = pair.value.assertString(`${TEMPLATE_SCHEMA} ${VERSION}`).value;
					break;
				case DEFINITIONS: {
					const definitions = pair.value.assertMapping(`${TEMPLATE_SCHEMA} ${DEFINITIONS}`);
					for (const definitionsPair of definitions) {
						const definitionsKey = definitionsPair.key.assertString(`${TEMPLATE_SCHEMA} ${DEFINITIONS} key`);
						const definitionsValue = definitionsPair.value.assertMapping(`${TEMPLATE_SCHEMA} ${DEFINITIONS} value`);
						let definition;
						for (const definitionPair of definitionsValue) {
							const definitionKey = definitionPair.key.assertString(`${DEFINITION} key`);
							const mappingToken = definitionsPair.value;
							switch (definitionKey.value) {
								case NULL:
									definition = new NullDefinition(definitionsKey.value, definitionsValue);
									break;
								case BOOLEAN:
									definition = new BooleanDefinition(definitionsKey.value, definitionsValue);
									break;
								case NUMBER:
									definition = new NumberDefinition(definitionsKey.value, definitionsValue);
									break;
								case STRING:
									definition = new StringDefinition(definitionsKey.value, definitionsValue);
									break;
								case SEQUENCE:
									definition = new SequenceDefinition(definitionsKey.value, definitionsValue);
									break;
								case MAPPING:
									definition = new MappingDefinition(definitionsKey.value, definitionsValue);
									break;
								case ONE_OF:
									definition = new OneOfDefinition(definitionsKey.value, definitionsValue);
									break;
								case ALLOWED_VALUES:
									for (const item of mappingToken) if (item.value.templateTokenType === TokenType$1.Sequence) {
										const sequenceToken = item.value;
										for (const activity of sequenceToken) if (activity.templateTokenType === TokenType$1.String) {
											const stringToken = activity;
											const allowedValuesKey = definitionsKey.value + "-" + stringToken.value;
											const allowedValuesDef = new StringDefinition(allowedValuesKey);
											allowedValuesDef.constant = stringToken.toDisplayString();
											this.definitions[allowedValuesKey] = allowedValuesDef;
										}
									}
									definition = new OneOfDefinition(definitionsKey.value, definitionsValue);
									break;
								case CONTEXT:
								case DESCRIPTION: continue;
								default: definitionKey.assertUnexpectedValue(`${DEFINITION} mapping key`);
							}
							break;
						}
						if (!definition) throw new Error(`Not enough information to construct definition '${definitionsKey.value}'`);
						this.definitions[definitionsKey.value] = definition;
					}
					break;
				}
				default: key.assertUnexpectedValue(`${TEMPLATE_SCHEMA} key`);
			}
		}
	}
	/**
	* Looks up a definition by name
	*/
	getDefinition(name) {
		const result = this.definitions[name];
		if (result) return result;
		throw new Error(`Schema definition '${name}' not found`);
	}
	/**
	* Expands one-of definitions and returns all scalar definitions
	*/
	getScalarDefinitions(definition) {
		const result = [];
		switch (definition.definitionType) {
			case DefinitionType.Null:
			case DefinitionType.Boolean:
			case DefinitionType.Number:
			case DefinitionType.String:
				result.push(definition);
				break;
			case DefinitionType.OneOf: {
				const oneOf = definition;
				for (const nestedName of oneOf.oneOf) {
					const nestedDefinition = this.getDefinition(nestedName);
					result.push(...this.getScalarDefinitions(nestedDefinition));
				}
				break;
			}
		}
		return result;
	}
	/**
	* Expands one-of definitions and returns all matching definitions by type
	*/
	getDefinitionsOfType(definition, type) {
		const result = [];
		if (definition.definitionType === type) result.push(definition);
		else if (definition.definitionType === DefinitionType.OneOf) {
			const oneOf = definition;
			for (const nestedName of oneOf.oneOf) {
				const nestedDefinition = this.getDefinition(nestedName);
				if (nestedDefinition.definitionType === type) result.push(nestedDefinition);
			}
		}
		return result;
	}
	/**
	* Attempts match the property name to a property defined by any of the specified definitions.
	* If matched, any unmatching definitions are filtered from the definitions array.
	* Returns the type information for the matched property.
	*/
	matchPropertyAndFilter(definitions, propertyName) {
		let result;
		let notFoundInSome = false;
		for (const definition of definitions) {
			const propertyDef = definition.properties[propertyName];
			if (propertyDef) result = propertyDef;
			else notFoundInSome = true;
		}
		if (result && notFoundInSome) for (let i = 0; i < definitions.length;) if (definitions[i].properties[propertyName]) i++;
		else definitions.splice(i, 1);
		return result;
	}
	validate() {
		const oneOfDefinitions = {};
		for (const name of Object.keys(this.definitions)) {
			if (!name.match(TemplateSchema._definitionNamePattern)) throw new Error(`Invalid definition name '${name}'`);
			const definition = this.definitions[name];
			if (definition.definitionType === DefinitionType.OneOf) oneOfDefinitions[name] = definition;
			else definition.validate(this, name);
		}
		for (const name of Object.keys(oneOfDefinitions)) oneOfDefinitions[name].validate(this, name);
	}
	/**
	* Loads a user-defined schema file
	*/
	static load(objectReader) {
		const context = new TemplateContext(new TemplateValidationErrors(10, 500), TemplateSchema.getInternalSchema(), new NoOperationTraceWriter());
		const template = readTemplate(context, TEMPLATE_SCHEMA, objectReader, void 0);
		context.errors.check();
		const mapping = template.assertMapping(TEMPLATE_SCHEMA);
		const schema = new TemplateSchema(mapping);
		schema.validate();
		return schema;
	}
	/**
	* Gets the internal schema used for reading user-defined schema files
	*/
	static getInternalSchema() {
		if (TemplateSchema._internalSchema === void 0) {
			const schema = new TemplateSchema();
			let mappingDefinition = new MappingDefinition(TEMPLATE_SCHEMA);
			mappingDefinition.properties[VERSION] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[DEFINITIONS] = new PropertyDefinition(new StringToken(void 0, void 0, DEFINITIONS, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(DEFINITIONS);
			mappingDefinition.looseKeyType = NON_EMPTY_STRING;
			mappingDefinition.looseValueType = DEFINITION;
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			let oneOfDefinition = new OneOfDefinition(DEFINITION);
			oneOfDefinition.oneOf.push(NULL_DEFINITION);
			oneOfDefinition.oneOf.push(BOOLEAN_DEFINITION);
			oneOfDefinition.oneOf.push(NUMBER_DEFINITION);
			oneOfDefinition.oneOf.push(STRING_DEFINITION);
			oneOfDefinition.oneOf.push(SEQUENCE_DEFINITION);
			oneOfDefinition.oneOf.push(MAPPING_DEFINITION);
			oneOfDefinition.oneOf.push(ONE_OF_DEFINITION);
			schema.definitions[oneOfDefinition.key] = oneOfDefinition;
			mappingDefinition = new MappingDefinition(NULL_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[NULL] = new PropertyDefinition(new StringToken(void 0, void 0, NULL_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(NULL_DEFINITION_PROPERTIES);
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(BOOLEAN_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[BOOLEAN] = new PropertyDefinition(new StringToken(void 0, void 0, BOOLEAN_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(BOOLEAN_DEFINITION_PROPERTIES);
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(NUMBER_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[NUMBER] = new PropertyDefinition(new StringToken(void 0, void 0, NUMBER_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(NUMBER_DEFINITION_PROPERTIES);
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(STRING_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[STRING] = new PropertyDefinition(new StringToken(void 0, void 0, STRING_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(STRING_DEFINITION_PROPERTIES);
			mappingDefinition.properties[CONSTANT] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[IGNORE_CASE] = new PropertyDefinition(new StringToken(void 0, void 0, BOOLEAN, void 0));
			mappingDefinition.properties[REQUIRE_NON_EMPTY] = new PropertyDefinition(new StringToken(void 0, void 0, BOOLEAN, void 0));
			mappingDefinition.properties[IS_EXPRESSION] = new PropertyDefinition(new StringToken(void 0, void 0, BOOLEAN, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(SEQUENCE_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[SEQUENCE] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(SEQUENCE_DEFINITION_PROPERTIES);
			mappingDefinition.properties[ITEM_TYPE] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(MAPPING_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[MAPPING] = new PropertyDefinition(new StringToken(void 0, void 0, MAPPING_DEFINITION_PROPERTIES, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(MAPPING_DEFINITION_PROPERTIES);
			mappingDefinition.properties[PROPERTIES] = new PropertyDefinition(new StringToken(void 0, void 0, PROPERTIES, void 0));
			mappingDefinition.properties[LOOSE_KEY_TYPE] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[LOOSE_VALUE_TYPE] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(PROPERTIES);
			mappingDefinition.looseKeyType = NON_EMPTY_STRING;
			mappingDefinition.looseValueType = PROPERTY_VALUE;
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			oneOfDefinition = new OneOfDefinition(PROPERTY_VALUE);
			oneOfDefinition.oneOf.push(NON_EMPTY_STRING);
			oneOfDefinition.oneOf.push(MAPPING_PROPERTY_VALUE);
			schema.definitions[oneOfDefinition.key] = oneOfDefinition;
			mappingDefinition = new MappingDefinition(MAPPING_PROPERTY_VALUE);
			mappingDefinition.properties[TYPE] = new PropertyDefinition(new StringToken(void 0, void 0, NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[REQUIRED] = new PropertyDefinition(new StringToken(void 0, void 0, BOOLEAN, void 0));
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			mappingDefinition = new MappingDefinition(ONE_OF_DEFINITION);
			mappingDefinition.properties[DESCRIPTION] = new PropertyDefinition(new StringToken(void 0, void 0, STRING, void 0));
			mappingDefinition.properties[CONTEXT] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[ONE_OF] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			mappingDefinition.properties[ALLOWED_VALUES] = new PropertyDefinition(new StringToken(void 0, void 0, SEQUENCE_OF_NON_EMPTY_STRING, void 0));
			schema.definitions[mappingDefinition.key] = mappingDefinition;
			const stringDefinition = new StringDefinition(NON_EMPTY_STRING);
			stringDefinition.requireNonEmpty = true;
			schema.definitions[stringDefinition.key] = stringDefinition;
			const sequenceDefinition = new SequenceDefinition(SEQUENCE_OF_NON_EMPTY_STRING);
			sequenceDefinition.itemType = NON_EMPTY_STRING;
			schema.definitions[sequenceDefinition.key] = sequenceDefinition;
			schema.validate();
			TemplateSchema._internalSchema = schema;
		}
		return TemplateSchema._internalSchema;
	}
};
TemplateSchema._definitionNamePattern = /^[a-zA-Z_][a-zA-Z0-9_-]*$/;

// node_modules/@actions/workflow-parser/dist/action-v1.0.min.json
var action_v1_0_min_default = { definitions: {
	"action-root": {
		"description": "Action file",
		"mapping": {
			"properties": {
				"name": "string",
				"description": "string",
				"inputs": "inputs",
				"outputs": "outputs",
				"runs": "runs"
			},
			"loose-key-type": "non-empty-string",
			"loose-value-type": "any"
		}
	},
	"action-root-strict": {
		"description": "GitHub Action manifest file (action.yml/action.yaml) that defines an action's metadata, inputs, outputs, and execution configuration.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions)",
		"mapping": { "properties": {
			"name": {
				"type": "non-empty-string",
				"required": true,
				"description": "The name of your action. GitHub displays the name in the Actions tab to help visually identify actions in each job.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#name)"
			},
			"description": {
				"type": "string",
				"required": true,
				"description": "A short description of the action. GitHub displays this description in the Actions Marketplace.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#description)"
			},
			"author": {
				"type": "string",
				"description": "The name of the action's author.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#author)"
			},
			"inputs": "inputs-strict",
			"outputs": "outputs",
			"runs": {
				"type": "runs-strict",
				"required": true
			},
			"branding": "branding"
		} }
	},
	"inputs": { "mapping": {
		"loose-key-type": "non-empty-string",
		"loose-value-type": "input"
	} },
	"inputs-strict": {
		"description": "Input parameters allow you to specify data that the action expects to use during runtime. GitHub stores input parameters as environment variables. Inputs ids with uppercase letters are converted to lowercase during runtime.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputs)",
		"mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "input-strict"
		}
	},
	"input": { "mapping": {
		"properties": { "default": "input-default-context" },
		"loose-key-type": "non-empty-string",
		"loose-value-type": "any"
	} },
	"input-strict": {
		"description": "An input parameter for this action.",
		"mapping": {
			"properties": {
				"description": {
					"type": "string",
					"description": "A string description of the input parameter.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputsinput_iddescription)"
				},
				"required": {
					"type": "boolean",
					"description": "A boolean to indicate whether the action requires the input parameter. Set to true when the parameter is required.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputsinput_idrequired)"
				},
				"default": {
					"type": "input-default-context",
					"description": "A string representing the default value. The default value is used when an input parameter isn't specified in a workflow file.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputsinput_iddefault)"
				},
				"deprecationMessage": {
					"type": "string",
					"description": "A string shown to users using the deprecated input, warning them that the input is deprecated and mentioning any alternatives.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputsinput_iddeprecationmessage)"
				}
			},
			"loose-key-type": "non-empty-string",
			"loose-value-type": "any"
		}
	},
	"input-default-context": {
		"description": "A string representing the default value. The default value is used when an input parameter isn't specified in a workflow file.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#inputsinput_iddefault)",
		"context": [
			"github",
			"strategy",
			"matrix",
			"job",
			"runner",
			"hashFiles(1,255)"
		],
		"string": {}
	},
	"outputs": {
		"description": "Output parameters allow you to declare data that an action sets. Actions that run later in a workflow can use the output data set in previously run actions.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#outputs-for-composite-actions)",
		"mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "output-definition"
		}
	},
	"output-definition": {
		"description": "An output parameter for this action.",
		"mapping": { "properties": {
			"description": {
				"type": "string",
				"description": "A string description of the output parameter.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#outputsoutput_iddescription)"
			},
			"value": {
				"type": "output-value",
				"description": "The value that the output parameter will be mapped to. You can set this to a string or an expression with context.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#outputsoutput_idvalue)"
			}
		} }
	},
	"output-value": {
		"description": "The value that the output parameter will be mapped to. You can set this to a string or an expression with context.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#outputsoutput_idvalue)",
		"context": [
			"github",
			"strategy",
			"matrix",
			"steps",
			"inputs",
			"job",
			"runner",
			"env"
		],
		"string": {}
	},
	"runs-if": {
		"description": "Condition to control when this action's pre or post script runs.",
		"context": [
			"runner",
			"github",
			"job",
			"strategy",
			"matrix",
			"env",
			"inputs",
			"always(0,0)",
			"success(0,0)",
			"failure(0,0)",
			"cancelled(0,0)",
			"hashFiles(1,255)"
		],
		"string": {}
	},
	"runs": { "one-of": [
		"container-runs",
		"node-runs",
		"composite-runs",
		"plugin-runs"
	] },
	"runs-strict": {
		"description": "Specifies whether this is a JavaScript action, a composite action, or a Docker container action and how the action is executed.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runs)",
		"one-of": [
			"container-runs-strict",
			"node-runs-strict",
			"composite-runs-strict"
		]
	},
	"plugin-runs": { "mapping": { "properties": { "plugin": "non-empty-string" } } },
	"container-runs": { "mapping": { "properties": {
		"using": "non-empty-string",
		"image": "non-empty-string",
		"entrypoint": "non-empty-string",
		"args": "container-runs-args",
		"env": "container-runs-env",
		"pre-entrypoint": "non-empty-string",
		"pre-if": "non-empty-string",
		"post-entrypoint": "non-empty-string",
		"post-if": "non-empty-string"
	} } },
	"container-runs-args": {
		"description": "An array of strings that define the inputs for a Docker container. Inputs can include hardcoded strings. GitHub passes the args to the container's ENTRYPOINT when the container starts up.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsargs)",
		"sequence": { "item-type": "container-runs-context" }
	},
	"container-runs-env": {
		"description": "Specifies a key/value map of environment variables to set in the container environment.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsenv)",
		"context": ["inputs"],
		"mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "string"
		}
	},
	"container-runs-context": {
		"context": ["inputs"],
		"string": {}
	},
	"node-runs": { "mapping": { "properties": {
		"using": "non-empty-string",
		"main": "non-empty-string",
		"pre": "non-empty-string",
		"pre-if": "non-empty-string",
		"post": "non-empty-string",
		"post-if": "non-empty-string"
	} } },
	"composite-runs": { "mapping": { "properties": {
		"using": "non-empty-string",
		"steps": "composite-steps"
	} } },
	"container-runs-strict": {
		"description": "Configuration for Docker container actions.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runs)",
		"mapping": { "properties": {
			"using": {
				"type": "using",
				"required": true,
				"description": "The runtime used to execute the action. Must be docker for Docker container actions.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsusing)"
			},
			"image": {
				"type": "non-empty-string",
				"required": true,
				"description": "The Docker image to use as the container to run the action. The value can be the Docker base image name, a local Dockerfile in your repository, or a public image in Docker Hub or another registry.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsimage)"
			},
			"entrypoint": {
				"type": "non-empty-string",
				"description": "Overrides the Docker ENTRYPOINT in the Dockerfile, or sets it if one wasn't already specified.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsentrypoint)"
			},
			"args": "container-runs-args",
			"env": "container-runs-env",
			"pre-entrypoint": {
				"type": "non-empty-string",
				"description": "Allows you to run a script before the entrypoint action begins.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspre-entrypoint)"
			},
			"pre-if": {
				"type": "runs-if",
				"description": "Allows you to define conditions for the pre: action execution. The pre: action will only run if the conditions in pre-if are met. If not set, then pre-if defaults to always().\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspre-if)"
			},
			"post-entrypoint": {
				"type": "non-empty-string",
				"description": "Allows you to run a cleanup script once the runs.entrypoint action has completed.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspost-entrypoint)"
			},
			"post-if": {
				"type": "runs-if",
				"description": "Allows you to define conditions for the post: action execution. The post: action will only run if the conditions in post-if are met. If not set, then post-if defaults to always().\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspost-if)"
			}
		} }
	},
	"node-runs-strict": {
		"description": "Configuration for JavaScript actions executed with Node.js.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runs)",
		"mapping": { "properties": {
			"using": {
				"type": "using",
				"required": true,
				"description": "The runtime used to execute the action. Use node20 or node24 for JavaScript actions.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsusing)"
			},
			"main": {
				"type": "non-empty-string",
				"required": true,
				"description": "The file that contains your action code. The runtime specified in using executes this file.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsmain)"
			},
			"pre": {
				"type": "non-empty-string",
				"description": "Allows you to run a script at the start of a job, before the main: action begins. You can use pre: to run prerequisite setup scripts.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspre)"
			},
			"pre-if": {
				"type": "runs-if",
				"description": "Allows you to define conditions for the pre: action execution. The pre: action will only run if the conditions in pre-if are met. If not set, then pre-if defaults to always().\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspre-if)"
			},
			"post": {
				"type": "non-empty-string",
				"description": "Allows you to run a script at the end of a job, once the main: action has completed. You can use post: to run cleanup scripts.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspost)"
			},
			"post-if": {
				"type": "runs-if",
				"description": "Allows you to define conditions for the post: action execution. The post: action will only run if the conditions in post-if are met. If not set, then post-if defaults to always().\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runspost-if)"
			}
		} }
	},
	"composite-runs-strict": {
		"description": "Configuration for composite actions that run multiple steps.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runs)",
		"mapping": { "properties": {
			"using": {
				"type": "using",
				"required": true,
				"description": "The runtime used to execute the action. Must be composite for composite actions.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsusing)"
			},
			"steps": {
				"type": "composite-steps",
				"required": true
			}
		} }
	},
	"composite-steps": {
		"description": "The steps that you plan to run in this action. These can be either run steps or uses steps.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runssteps)",
		"sequence": { "item-type": "composite-step" }
	},
	"composite-step": {
		"description": "A step within a composite action.",
		"one-of": ["run-step", "uses-step"]
	},
	"run-step": {
		"description": "Runs a command-line program using the operating system's shell.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsrun)",
		"mapping": { "properties": {
			"name": {
				"type": "string-steps-context",
				"description": "A name for your step to display on GitHub.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsname)"
			},
			"id": {
				"type": "non-empty-string",
				"description": "A unique identifier for the step. You can use the id to reference the step in contexts.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsid)"
			},
			"if": {
				"type": "step-if",
				"description": "You can use the if conditional to prevent a step from running unless a condition is met. You can use any supported context and expression to create a conditional.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsif)"
			},
			"run": {
				"type": "string-steps-context",
				"required": true,
				"description": "The command you want to run. This can be inline or a script in your action repository.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsrun)"
			},
			"shell": {
				"type": "string-steps-context",
				"required": true,
				"description": "The shell where you want to run the command. Any shell supported by the runner can be used. Required if run is set.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsshell)"
			},
			"env": "step-env",
			"continue-on-error": {
				"type": "boolean-steps-context",
				"description": "Prevents the action from failing when a step fails. Set to true to allow the action to pass when this step fails.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepscontinue-on-error)"
			},
			"working-directory": {
				"type": "string-steps-context",
				"description": "Specifies the working directory where the command is run.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsworking-directory)"
			}
		} }
	},
	"uses-step": {
		"description": "Runs another action as part of a step in your action.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsuses)",
		"mapping": { "properties": {
			"name": {
				"type": "string-steps-context",
				"description": "A name for your step to display on GitHub.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsname)"
			},
			"id": {
				"type": "non-empty-string",
				"description": "A unique identifier for the step. You can use the id to reference the step in contexts.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsid)"
			},
			"if": {
				"type": "step-if",
				"description": "You can use the if conditional to prevent a step from running unless a condition is met. You can use any supported context and expression to create a conditional.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsif)"
			},
			"uses": {
				"type": "non-empty-string",
				"required": true,
				"description": "Selects an action to run as part of a step in your action. An action is a reusable unit of code.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsuses)"
			},
			"with": "step-with",
			"env": "step-env",
			"continue-on-error": {
				"type": "boolean-steps-context",
				"description": "Prevents the action from failing when a step fails. Set to true to allow the action to pass when this step fails.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepscontinue-on-error)"
			}
		} }
	},
	"string-steps-context": {
		"context": [
			"github",
			"inputs",
			"strategy",
			"matrix",
			"steps",
			"job",
			"runner",
			"env",
			"hashFiles(1,255)"
		],
		"string": {}
	},
	"boolean-steps-context": {
		"context": [
			"github",
			"inputs",
			"strategy",
			"matrix",
			"steps",
			"job",
			"runner",
			"env",
			"hashFiles(1,255)"
		],
		"boolean": {}
	},
	"step-env": {
		"description": "Sets variables for steps to use in the runner environment. You can also set variables for the entire action.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsenv)",
		"context": [
			"github",
			"inputs",
			"strategy",
			"matrix",
			"steps",
			"job",
			"runner",
			"env",
			"hashFiles(1,255)"
		],
		"mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "string"
		}
	},
	"step-if": {
		"description": "You can use the if conditional to prevent a step from running unless a condition is met. You can use any supported context and expression to create a conditional.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepsif)",
		"context": [
			"github",
			"inputs",
			"strategy",
			"matrix",
			"steps",
			"job",
			"runner",
			"env",
			"always(0,0)",
			"failure(0,0)",
			"cancelled(0,0)",
			"success(0,0)",
			"hashFiles(1,255)"
		],
		"string": {}
	},
	"step-with": {
		"description": "A map of the input parameters defined by the action. Each input parameter is a key/value pair.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#runsstepswith)",
		"context": [
			"github",
			"inputs",
			"strategy",
			"matrix",
			"steps",
			"job",
			"runner",
			"env",
			"hashFiles(1,255)"
		],
		"mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "string"
		}
	},
	"branding": {
		"description": "You can use a color and Feather icon to create a badge to personalize and distinguish your action in GitHub Marketplace.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#branding)",
		"mapping": { "properties": {
			"icon": {
				"type": "branding-icon",
				"description": "The name of the v4.28.0 Feather icon to use.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#brandingicon)"
			},
			"color": {
				"type": "branding-color",
				"description": "The background color of the badge.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#brandingcolor)"
			}
		} }
	},
	"branding-icon": {
		"description": "The name of the v4.28.0 Feather icon to use. Brand icons are omitted as well as: coffee, columns, divide-circle, divide-square, divide, frown, hexagon, key, meh, mouse-pointer, smile, tool, x-octagon.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#brandingicon)",
		"allowed-values": [
			"activity",
			"airplay",
			"alert-circle",
			"alert-octagon",
			"alert-triangle",
			"align-center",
			"align-justify",
			"align-left",
			"align-right",
			"anchor",
			"aperture",
			"archive",
			"arrow-down-circle",
			"arrow-down-left",
			"arrow-down-right",
			"arrow-down",
			"arrow-left-circle",
			"arrow-left",
			"arrow-right-circle",
			"arrow-right",
			"arrow-up-circle",
			"arrow-up-left",
			"arrow-up-right",
			"arrow-up",
			"at-sign",
			"award",
			"bar-chart-2",
			"bar-chart",
			"battery-charging",
			"battery",
			"bell-off",
			"bell",
			"bluetooth",
			"bold",
			"book-open",
			"book",
			"bookmark",
			"box",
			"briefcase",
			"calendar",
			"camera-off",
			"camera",
			"cast",
			"check-circle",
			"check-square",
			"check",
			"chevron-down",
			"chevron-left",
			"chevron-right",
			"chevron-up",
			"chevrons-down",
			"chevrons-left",
			"chevrons-right",
			"chevrons-up",
			"circle",
			"clipboard",
			"clock",
			"cloud-drizzle",
			"cloud-lightning",
			"cloud-off",
			"cloud-rain",
			"cloud-snow",
			"cloud",
			"code",
			"command",
			"compass",
			"copy",
			"corner-down-left",
			"corner-down-right",
			"corner-left-down",
			"corner-left-up",
			"corner-right-down",
			"corner-right-up",
			"corner-up-left",
			"corner-up-right",
			"cpu",
			"credit-card",
			"crop",
			"crosshair",
			"database",
			"delete",
			"disc",
			"dollar-sign",
			"download-cloud",
			"download",
			"droplet",
			"edit-2",
			"edit-3",
			"edit",
			"external-link",
			"eye-off",
			"eye",
			"fast-forward",
			"feather",
			"file-minus",
			"file-plus",
			"file-text",
			"file",
			"film",
			"filter",
			"flag",
			"folder-minus",
			"folder-plus",
			"folder",
			"gift",
			"git-branch",
			"git-commit",
			"git-merge",
			"git-pull-request",
			"globe",
			"grid",
			"hard-drive",
			"hash",
			"headphones",
			"heart",
			"help-circle",
			"home",
			"image",
			"inbox",
			"info",
			"italic",
			"layers",
			"layout",
			"life-buoy",
			"link-2",
			"link",
			"list",
			"loader",
			"lock",
			"log-in",
			"log-out",
			"mail",
			"map-pin",
			"map",
			"maximize-2",
			"maximize",
			"menu",
			"message-circle",
			"message-square",
			"mic-off",
			"mic",
			"minimize-2",
			"minimize",
			"minus-circle",
			"minus-square",
			"minus",
			"monitor",
			"moon",
			"more-horizontal",
			"more-vertical",
			"move",
			"music",
			"navigation-2",
			"navigation",
			"octagon",
			"package",
			"paperclip",
			"pause-circle",
			"pause",
			"percent",
			"phone-call",
			"phone-forwarded",
			"phone-incoming",
			"phone-missed",
			"phone-off",
			"phone-outgoing",
			"phone",
			"pie-chart",
			"play-circle",
			"play",
			"plus-circle",
			"plus-square",
			"plus",
			"pocket",
			"power",
			"printer",
			"radio",
			"refresh-ccw",
			"refresh-cw",
			"repeat",
			"rewind",
			"rotate-ccw",
			"rotate-cw",
			"rss",
			"save",
			"scissors",
			"search",
			"send",
			"server",
			"settings",
			"share-2",
			"share",
			"shield-off",
			"shield",
			"shopping-bag",
			"shopping-cart",
			"shuffle",
			"sidebar",
			"skip-back",
			"skip-forward",
			"slash",
			"sliders",
			"smartphone",
			"speaker",
			"square",
			"star",
			"stop-circle",
			"sun",
			"sunrise",
			"sunset",
			"tablet",
			"tag",
			"target",
			"terminal",
			"thermometer",
			"thumbs-down",
			"thumbs-up",
			"toggle-left",
			"toggle-right",
			"trash-2",
			"trash",
			"trending-down",
			"trending-up",
			"triangle",
			"truck",
			"tv",
			"type",
			"umbrella",
			"underline",
			"unlock",
			"upload-cloud",
			"upload",
			"user-check",
			"user-minus",
			"user-plus",
			"user-x",
			"user",
			"users",
			"video-off",
			"video",
			"voicemail",
			"volume-1",
			"volume-2",
			"volume-x",
			"volume",
			"watch",
			"wifi-off",
			"wifi",
			"wind",
			"x-circle",
			"x-square",
			"x",
			"zap-off",
			"zap",
			"zoom-in",
			"zoom-out"
		]
	},
	"branding-color": {
		"description": "The background color of the badge.\n\n[Documentation](https://docs.github.com/actions/creating-actions/metadata-syntax-for-github-actions#brandingcolor)",
		"allowed-values": [
			"white",
			"yellow",
			"blue",
			"green",
			"orange",
			"red",
			"purple",
			"gray-dark"
		]
	},
	"using": {
		"description": "The runtime used to execute the action.",
		"allowed-values": [
			"docker",
			"node12",
			"node16",
			"node20",
			"node24",
			"composite"
		]
	},
	"non-empty-string": { "string": { "require-non-empty": true } }
} };

// node_modules/@actions/workflow-parser/dist/actions/action-schema.js
let schema$1;
/**
* Returns the action.yml schema, lazily loading and caching it on first access.
* The schema defines the structure and validation rules for action manifest files.
*/
function getActionSchema() {
	if (schema$1 === void 0) {
		const json = JSON.stringify(action_v1_0_min_default);
		schema$1 = TemplateSchema.load(new JSONObjectReader(void 0, json));
	}
	return schema$1;
}

// node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json
var workflow_v1_0_min_default = {
	version: "workflow-v1.0",
	definitions: {
		"workflow-root": {
			"description": "A workflow file.",
			"mapping": { "properties": {
				"on": "on",
				"name": "workflow-name",
				"description": "workflow-description",
				"run-name": "run-name",
				"defaults": "workflow-defaults",
				"env": "workflow-env",
				"permissions": "permissions",
				"concurrency": "workflow-concurrency",
				"jobs": {
					"type": "jobs",
					"required": true
				}
			} }
		},
		"workflow-root-strict": {
			"description": "Workflow file with strict validation",
			"mapping": { "properties": {
				"on": {
					"type": "on-strict",
					"required": true
				},
				"name": "workflow-name",
				"description": "workflow-description",
				"run-name": "run-name",
				"defaults": "workflow-defaults",
				"env": "workflow-env",
				"permissions": "permissions",
				"concurrency": "workflow-concurrency",
				"jobs": {
					"type": "jobs",
					"required": true
				}
			} }
		},
		"workflow-name": {
			"description": "The name of the workflow that GitHub displays on your repository's 'Actions' tab.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#name)",
			"string": {}
		},
		"workflow-description": {
			"description": "A description for your workflow or reusable workflow",
			"string": {}
		},
		"run-name": {
			"context": [
				"github",
				"inputs",
				"vars"
			],
			"string": {},
			"description": "The name for workflow runs generated from the workflow. GitHub displays the workflow run name in the list of workflow runs on your repository's 'Actions' tab.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#run-name)"
		},
		"on": {
			"description": "The GitHub event that triggers the workflow. Events can be a single string, array of events, array of event types, or an event configuration map that schedules a workflow or restricts the execution of a workflow to specific files, tags, or branch changes. View a full list of [events that trigger workflows](https://docs.github.com/actions/using-workflows/events-that-trigger-workflows).\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#on)",
			"one-of": [
				"string",
				"sequence",
				"on-mapping"
			]
		},
		"on-mapping": { "mapping": {
			"properties": { "workflow_call": "workflow-call" },
			"loose-key-type": "non-empty-string",
			"loose-value-type": "any"
		} },
		"on-strict": {
			"description": "The GitHub event that triggers the workflow.  Events can be a single string, array of events, array of event types, or an event configuration map that schedules a workflow or restricts the execution of a workflow to specific files, tags, or branch changes. View a full list of [events that trigger workflows](https://docs.github.com/actions/using-workflows/events-that-trigger-workflows).\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#on)",
			"one-of": [
				"on-string-strict",
				"on-sequence-strict",
				"on-mapping-strict"
			]
		},
		"on-mapping-strict": {
			"description": "The GitHub event that triggers the workflow.  Events can be a single string, array of events, array of event types, or an event configuration map that schedules a workflow or restricts the execution of a workflow to specific files, tags, or branch changes. View a full list of [events that trigger workflows](https://docs.github.com/actions/using-workflows/events-that-trigger-workflows).\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#on)",
			"mapping": { "properties": {
				"branch_protection_rule": "branch-protection-rule",
				"check_run": "check-run",
				"check_suite": "check-suite",
				"create": "create",
				"delete": "delete",
				"deployment": "deployment",
				"deployment_status": "deployment-status",
				"discussion": "discussion",
				"discussion_comment": "discussion-comment",
				"fork": "fork",
				"gollum": "gollum",
				"image_version": "image-version",
				"issue_comment": "issue-comment",
				"issues": "issues",
				"label": "label",
				"merge_group": "merge-group",
				"milestone": "milestone",
				"page_build": "page-build",
				"project": "project",
				"project_card": "project-card",
				"project_column": "project-column",
				"public": "public",
				"pull_request": "pull-request",
				"pull_request_comment": "pull-request-comment",
				"pull_request_review": "pull-request-review",
				"pull_request_review_comment": "pull-request-review-comment",
				"pull_request_target": "pull-request-target",
				"push": "push",
				"registry_package": "registry-package",
				"release": "release",
				"repository_dispatch": "repository-dispatch",
				"schedule": "schedule",
				"status": "status",
				"watch": "watch",
				"workflow_call": "workflow-call",
				"workflow_dispatch": "workflow-dispatch",
				"workflow_run": "workflow-run"
			} }
		},
		"on-string-strict": { "one-of": [
			"branch-protection-rule-string",
			"check-run-string",
			"check-suite-string",
			"create-string",
			"delete-string",
			"deployment-string",
			"deployment-status-string",
			"discussion-string",
			"discussion-comment-string",
			"fork-string",
			"gollum-string",
			"image-version-string",
			"issue-comment-string",
			"issues-string",
			"label-string",
			"merge-group-string",
			"milestone-string",
			"page-build-string",
			"project-string",
			"project-card-string",
			"project-column-string",
			"public-string",
			"pull-request-string",
			"pull-request-comment-string",
			"pull-request-review-string",
			"pull-request-review-comment-string",
			"pull-request-target-string",
			"push-string",
			"registry-package-string",
			"release-string",
			"repository-dispatch-string",
			"schedule-string",
			"status-string",
			"watch-string",
			"workflow-call-string",
			"workflow-dispatch-string",
			"workflow-run-string"
		] },
		"on-sequence-strict": { "sequence": { "item-type": "on-string-strict" } },
		"branch-protection-rule-string": {
			"description": "Runs your workflow when branch protection rules in the workflow repository are changed.",
			"string": { "constant": "branch_protection_rule" }
		},
		"branch-protection-rule": {
			"description": "Runs your workflow when branch protection rules in the workflow repository are changed.",
			"one-of": ["null", "branch-protection-rule-mapping"]
		},
		"branch-protection-rule-mapping": { "mapping": { "properties": { "types": "branch-protection-rule-activity" } } },
		"branch-protection-rule-activity": {
			"description": "The types of branch protection rule activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`.",
			"one-of": ["branch-protection-rule-activity-type", "branch-protection-rule-activity-types"]
		},
		"branch-protection-rule-activity-types": { "sequence": { "item-type": "branch-protection-rule-activity-type" } },
		"branch-protection-rule-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted"
		] },
		"check-run-string": {
			"description": "Runs your workflow when activity related to a check run occurs. A check run is an individual test that is part of a check suite.",
			"string": { "constant": "check_run" }
		},
		"check-run": {
			"description": "Runs your workflow when activity related to a check run occurs. A check run is an individual test that is part of a check suite.",
			"one-of": ["null", "check-run-mapping"]
		},
		"check-run-mapping": { "mapping": { "properties": { "types": "check-run-activity" } } },
		"check-run-activity": {
			"description": "The types of check run activity that trigger the workflow. Supported activity types: `created`, `rerequested`, `completed`, `requested_action`.",
			"one-of": ["check-run-activity-type", "check-run-activity-types"]
		},
		"check-run-activity-types": { "sequence": { "item-type": "check-run-activity-type" } },
		"check-run-activity-type": { "allowed-values": [
			"completed",
			"created",
			"rerequested",
			"requested_action"
		] },
		"check-suite-string": {
			"description": "Runs your workflow when check suite activity occurs. A check suite is a collection of the check runs created for a specific commit. Check suites summarize the status and conclusion of the check runs that are in the suite.",
			"string": { "constant": "check_suite" }
		},
		"check-suite": {
			"description": "Runs your workflow when check suite activity occurs. A check suite is a collection of the check runs created for a specific commit. Check suites summarize the status and conclusion of the check runs that are in the suite.",
			"one-of": ["null", "check-suite-mapping"]
		},
		"check-suite-mapping": { "mapping": { "properties": { "types": "check-suite-activity" } } },
		"check-suite-activity": {
			"description": "The types of check suite activity that trigger the workflow. Supported activity types: `completed`.",
			"one-of": ["check-suite-activity-type", "check-suite-activity-types"]
		},
		"check-suite-activity-types": { "sequence": { "item-type": "check-suite-activity-type" } },
		"check-suite-activity-type": { "allowed-values": ["completed"] },
		"create-string": {
			"description": "Runs your workflow when someone creates a Git reference (Git branch or tag) in the workflow's repository.",
			"string": { "constant": "create" }
		},
		"create": {
			"description": "Runs your workflow when someone creates a Git reference (Git branch or tag) in the workflow's repository.",
			"null": {}
		},
		"delete-string": {
			"description": "Runs your workflow when someone deletes a Git reference (Git branch or tag) in the workflow's repository.",
			"string": { "constant": "delete" }
		},
		"delete": {
			"description": "Runs your workflow when someone deletes a Git reference (Git branch or tag) in the workflow's repository.",
			"null": {}
		},
		"deployment-string": {
			"description": "Runs your workflow when someone creates a deployment in the workflow's repository. Deployments created with a commit SHA may not have a Git ref.",
			"string": { "constant": "deployment" }
		},
		"deployment": {
			"description": "Runs your workflow when someone creates a deployment in the workflow's repository. Deployments created with a commit SHA may not have a Git ref.",
			"null": {}
		},
		"deployment-status-string": {
			"description": "Runs your workflow when a third party provides a deployment status. Deployments created with a commit SHA may not have a Git ref.",
			"string": { "constant": "deployment_status" }
		},
		"deployment-status": {
			"description": "Runs your workflow when a third party provides a deployment status. Deployments created with a commit SHA may not have a Git ref.",
			"null": {}
		},
		"discussion-string": {
			"description": "Runs your workflow when a discussion in the workflow's repository is created or modified. For activity related to comments on a discussion, use the `discussion_comment` event.",
			"string": { "constant": "discussion" }
		},
		"discussion": {
			"description": "Runs your workflow when a discussion in the workflow's repository is created or modified. For activity related to comments on a discussion, use the `discussion_comment` event.",
			"one-of": ["null", "discussion-mapping"]
		},
		"discussion-mapping": { "mapping": { "properties": { "types": "discussion-activity" } } },
		"discussion-activity": {
			"description": "The types of discussion activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`, `transferred`, `pinned`, `unpinned`, `labeled`, `unlabeled`, `locked`, `unlocked`, `category_changed`, `answered`, `unanswered`.",
			"one-of": ["discussion-activity-type", "discussion-activity-types"]
		},
		"discussion-activity-types": { "sequence": { "item-type": "discussion-activity-type" } },
		"discussion-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted",
			"transferred",
			"pinned",
			"unpinned",
			"labeled",
			"unlabeled",
			"locked",
			"unlocked",
			"category_changed",
			"answered",
			"unanswered"
		] },
		"discussion-comment-string": {
			"description": "Runs your workflow when a comment on a discussion in the workflow's repository is created or modified. For activity related to a discussion as opposed to comments on the discussion, use the `discussion` event.",
			"string": { "constant": "discussion_comment" }
		},
		"discussion-comment": {
			"description": "Runs your workflow when a comment on a discussion in the workflow's repository is created or modified. For activity related to a discussion as opposed to comments on the discussion, use the `discussion` event.",
			"one-of": ["null", "discussion-comment-mapping"]
		},
		"discussion-comment-mapping": { "mapping": { "properties": { "types": "discussion-comment-activity" } } },
		"discussion-comment-activity": {
			"description": "The types of discussion comment activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`.",
			"one-of": ["discussion-comment-activity-type", "discussion-comment-activity-types"]
		},
		"discussion-comment-activity-types": { "sequence": { "item-type": "discussion-comment-activity-type" } },
		"discussion-comment-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted"
		] },
		"fork-string": {
			"description": "Runs your workflow when someone forks a repository.",
			"string": { "constant": "fork" }
		},
		"fork": {
			"description": "Runs your workflow when someone forks a repository.",
			"null": {}
		},
		"gollum-string": {
			"description": "Runs your workflow when someone creates or updates a Wiki page.",
			"string": { "constant": "gollum" }
		},
		"gollum": {
			"description": "Runs your workflow when someone creates or updates a Wiki page.",
			"null": {}
		},
		"image-version-string": {
			"description": "Runs your workflow when an image version is created or changes state.",
			"string": { "constant": "image_version" }
		},
		"image-version": {
			"description": "Runs your workflow when an image version is created or changes state.",
			"one-of": ["null", "image-version-mapping"]
		},
		"image-version-mapping": { "mapping": { "properties": {
			"types": "image-version-activity",
			"names": "event-names",
			"versions": "event-versions"
		} } },
		"image-version-activity": {
			"description": "The types of image version activity that trigger the workflow. Supported activity types: `created`, `ready`, `deleted`.",
			"one-of": ["image-version-activity-type", "image-version-activity-types"]
		},
		"image-version-activity-types": { "sequence": { "item-type": "image-version-activity-type" } },
		"image-version-activity-type": { "allowed-values": [
			"created",
			"ready",
			"deleted"
		] },
		"issue-comment-string": {
			"description": "Runs your workflow when an issue or pull request comment is created, edited, or deleted.",
			"string": { "constant": "issue_comment" }
		},
		"issue-comment": {
			"description": "Runs your workflow when an issue or pull request comment is created, edited, or deleted.",
			"one-of": ["null", "issue-comment-mapping"]
		},
		"issue-comment-mapping": { "mapping": { "properties": { "types": "issue-comment-activity" } } },
		"issue-comment-activity": {
			"description": "The types of issue comment activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`.",
			"one-of": ["issue-comment-activity-type", "issue-comment-activity-types"]
		},
		"issue-comment-activity-types": { "sequence": { "item-type": "issue-comment-activity-type" } },
		"issue-comment-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted"
		] },
		"issues-string": {
			"description": "Runs your workflow when an issue in the workflow's repository is created or modified. For activity related to comments in an issue, use the `issue_comment` event.",
			"string": { "constant": "issues" }
		},
		"issues": {
			"description": "Runs your workflow when an issue in the workflow's repository is created or modified. For activity related to comments in an issue, use the `issue_comment` event.",
			"one-of": ["null", "issues-mapping"]
		},
		"issues-mapping": { "mapping": { "properties": { "types": "issues-activity" } } },
		"issues-activity": {
			"description": "The types of issue activity that trigger the workflow. Supported activity types: `opened`, `edited`, `deleted`, `transferred`, `pinned`, `unpinned`, `closed`, `reopened`, `assigned`, `unassigned`, `labeled`, `unlabeled`, `locked`, `unlocked`, `milestoned`, `demilestoned`, `field_added`, `field_removed`, `typed`, `untyped`.",
			"one-of": ["issues-activity-type", "issues-activity-types"]
		},
		"issues-activity-types": { "sequence": { "item-type": "issues-activity-type" } },
		"issues-activity-type": { "allowed-values": [
			"opened",
			"edited",
			"deleted",
			"transferred",
			"pinned",
			"unpinned",
			"closed",
			"reopened",
			"assigned",
			"unassigned",
			"labeled",
			"unlabeled",
			"locked",
			"unlocked",
			"milestoned",
			"demilestoned",
			"field_added",
			"field_removed",
			"typed",
			"untyped"
		] },
		"label-string": {
			"description": "Runs your workflow when a label in your workflow's repository is created or modified.",
			"string": { "constant": "label" }
		},
		"label": {
			"description": "Runs your workflow when a label in your workflow's repository is created or modified.",
			"one-of": ["null", "label-mapping"]
		},
		"label-mapping": { "mapping": { "properties": { "types": "label-activity" } } },
		"label-activity": {
			"description": "The types of label activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`.",
			"one-of": ["label-activity-type", "label-activity-types"]
		},
		"label-activity-types": { "sequence": { "item-type": "label-activity-type" } },
		"label-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted"
		] },
		"merge-group-string": {
			"description": "Runs your workflow when a pull request is added to a merge queue, which adds the pull request to a merge group.",
			"string": { "constant": "merge_group" }
		},
		"merge-group": {
			"description": "Runs your workflow when a pull request is added to a merge queue, which adds the pull request to a merge group.",
			"one-of": ["null", "merge-group-mapping"]
		},
		"merge-group-mapping": { "mapping": { "properties": {
			"types": "merge-group-activity",
			"branches": "event-branches",
			"branches-ignore": "event-branches-ignore"
		} } },
		"merge-group-activity": {
			"description": "The types of merge group activity that trigger the workflow. Supported activity types: `checks_requested`.",
			"one-of": ["merge-group-activity-type", "merge-group-activity-types"]
		},
		"merge-group-activity-types": { "sequence": { "item-type": "merge-group-activity-type" } },
		"merge-group-activity-type": { "allowed-values": ["checks_requested"] },
		"milestone-string": {
			"description": "Runs your workflow when a milestone in the workflow's repository is created or modified.",
			"string": { "constant": "milestone" }
		},
		"milestone": {
			"description": "Runs your workflow when a milestone in the workflow's repository is created or modified.",
			"one-of": ["null", "milestone-mapping"]
		},
		"milestone-mapping": { "mapping": { "properties": { "types": "milestone-activity" } } },
		"milestone-activity": {
			"description": "The types of milestone activity that trigger the workflow. Supported activity types: `created`, `closed`, `opened`, `edited`, `deleted`.",
			"one-of": ["milestone-activity-type", "milestone-activity-types"]
		},
		"milestone-activity-types": { "sequence": { "item-type": "milestone-activity-type" } },
		"milestone-activity-type": { "allowed-values": [
			"created",
			"closed",
			"opened",
			"edited",
			"deleted"
		] },
		"page-build-string": {
			"description": "Runs your workflow when someone pushes to a branch that is the publishing source for GitHub Pages, if GitHub Pages is enabled for the repository.",
			"string": { "constant": "page_build" }
		},
		"page-build": {
			"description": "Runs your workflow when someone pushes to a branch that is the publishing source for GitHub Pages, if GitHub Pages is enabled for the repository.",
			"null": {}
		},
		"project-string": {
			"description": "Runs your workflow when a project board is created or modified. For activity related to cards or columns in a project board, use the `project_card` or `project_column` events instead.",
			"string": { "constant": "project" }
		},
		"project": {
			"description": "Runs your workflow when a project board is created or modified. For activity related to cards or columns in a project board, use the `project_card` or `project_column` events instead.",
			"one-of": ["null", "project-mapping"]
		},
		"project-mapping": { "mapping": { "properties": { "types": "project-activity" } } },
		"project-activity": {
			"description": "The types of project activity that trigger the workflow. Supported activity types: `created`, `closed`, `reopened`, `edited`, `deleted`.",
			"one-of": ["project-activity-type", "project-activity-types"]
		},
		"project-activity-types": { "sequence": { "item-type": "project-activity-type" } },
		"project-activity-type": { "allowed-values": [
			"created",
			"closed",
			"reopened",
			"edited",
			"deleted"
		] },
		"project-card-string": {
			"description": "Runs your workflow when a card on a project board is created or modified. For activity related to project boards or columns in a project board, use the `project` or `project_column` event instead.",
			"string": { "constant": "project_card" }
		},
		"project-card": {
			"description": "Runs your workflow when a card on a project board is created or modified. For activity related to project boards or columns in a project board, use the `project` or `project_column` event instead.",
			"one-of": ["null", "project-card-mapping"]
		},
		"project-card-mapping": { "mapping": { "properties": { "types": "project-card-activity" } } },
		"project-card-activity": {
			"description": "The types of project card activity that trigger the workflow. Supported activity types: `created`, `moved`, `converted`, `edited`, `deleted`.",
			"one-of": ["project-card-activity-type", "project-card-activity-types"]
		},
		"project-card-activity-types": { "sequence": { "item-type": "project-card-activity-type" } },
		"project-card-activity-type": { "allowed-values": [
			"created",
			"moved",
			"converted",
			"edited",
			"deleted"
		] },
		"project-column-string": {
			"description": "Runs your workflow when a column on a project board is created or modified. For activity related to project boards or cards in a project board, use the `project` or `project_card` event instead.",
			"string": { "constant": "project_column" }
		},
		"project-column": {
			"description": "Runs your workflow when a column on a project board is created or modified. For activity related to project boards or cards in a project board, use the `project` or `project_card` event instead.",
			"one-of": ["null", "project-column-mapping"]
		},
		"project-column-mapping": { "mapping": { "properties": { "types": "project-column-activity" } } },
		"project-column-activity": {
			"description": "The types of project column activity that trigger the workflow. Supported activity types: `created`, `updated`, `moved`, `deleted`.",
			"one-of": ["project-column-activity-type", "project-column-activity-types"]
		},
		"project-column-activity-types": { "sequence": { "item-type": "project-column-activity-type" } },
		"project-column-activity-type": { "allowed-values": [
			"created",
			"updated",
			"moved",
			"deleted"
		] },
		"public-string": {
			"description": "Runs your workflow when your workflow's repository changes from private to public.",
			"string": { "constant": "public" }
		},
		"public": {
			"description": "Runs your workflow when your workflow's repository changes from private to public.",
			"null": {}
		},
		"pull-request-string": {
			"description": "Runs your workflow when activity on a pull request in the workflow's repository occurs. If no activity types are specified, the workflow runs when a pull request is opened, reopened, or when the head branch of the pull request is updated.",
			"string": { "constant": "pull_request" }
		},
		"pull-request": {
			"description": "Runs your workflow when activity on a pull request in the workflow's repository occurs. If no activity types are specified, the workflow runs when a pull request is opened, reopened, or when the head branch of the pull request is updated.",
			"one-of": ["null", "pull-request-mapping"]
		},
		"pull-request-mapping": { "mapping": { "properties": {
			"types": "pull-request-activity",
			"branches": "event-branches",
			"branches-ignore": "event-branches-ignore",
			"paths": "event-paths",
			"paths-ignore": "event-paths-ignore"
		} } },
		"pull-request-activity": {
			"description": "The types of pull request activity that trigger the workflow. Supported activity types: `assigned`, `unassigned`, `labeled`, `unlabeled`, `opened`, `edited`, `closed`, `reopened`, `synchronize`, `converted_to_draft`, `locked`, `unlocked`, `enqueued`, `dequeued`, `milestoned`, `demilestoned`, `ready_for_review`, `review_requested`, `review_request_removed`, `auto_merge_enabled`, `auto_merge_disabled`, `stacked`.",
			"one-of": ["pull-request-activity-type", "pull-request-activity-types"]
		},
		"pull-request-activity-types": { "sequence": { "item-type": "pull-request-activity-type" } },
		"pull-request-activity-type": { "allowed-values": [
			"assigned",
			"unassigned",
			"labeled",
			"unlabeled",
			"opened",
			"edited",
			"closed",
			"reopened",
			"synchronize",
			"converted_to_draft",
			"locked",
			"unlocked",
			"enqueued",
			"dequeued",
			"milestoned",
			"demilestoned",
			"ready_for_review",
			"review_requested",
			"review_request_removed",
			"auto_merge_enabled",
			"auto_merge_disabled",
			"stacked"
		] },
		"pull-request-comment-string": {
			"description": "Please use the `issue_comment` event instead.",
			"string": { "constant": "pull_request_comment" }
		},
		"pull-request-comment": {
			"description": "Please use the `issue_comment` event instead.",
			"one-of": ["null", "issue-comment-mapping"]
		},
		"pull-request-review-string": {
			"description": "Runs your workflow when a pull request review is submitted, edited, or dismissed. A pull request review is a group of pull request review comments in addition to a body comment and a state. For activity related to pull request review comments or pull request comments, use the `pull_request_review_comment` or `issue_comment` events instead.",
			"string": { "constant": "pull_request_review" }
		},
		"pull-request-review": {
			"description": "Runs your workflow when a pull request review is submitted, edited, or dismissed. A pull request review is a group of pull request review comments in addition to a body comment and a state. For activity related to pull request review comments or pull request comments, use the `pull_request_review_comment` or `issue_comment` events instead.",
			"one-of": ["null", "pull-request-review-mapping"]
		},
		"pull-request-review-mapping": { "mapping": { "properties": { "types": "pull-request-review-activity" } } },
		"pull-request-review-activity": {
			"description": "The types of pull request review activity that trigger the workflow. Supported activity types: `submitted`, `edited`, `dismissed`.",
			"one-of": ["pull-request-review-activity-type", "pull-request-review-activity-types"]
		},
		"pull-request-review-activity-types": { "sequence": { "item-type": "pull-request-review-activity-type" } },
		"pull-request-review-activity-type": { "allowed-values": [
			"submitted",
			"edited",
			"dismissed"
		] },
		"pull-request-review-comment-string": {
			"description": "",
			"string": { "constant": "pull_request_review_comment" }
		},
		"pull-request-review-comment": {
			"description": "",
			"one-of": ["null", "pull-request-review-comment-mapping"]
		},
		"pull-request-review-comment-mapping": { "mapping": { "properties": { "types": "pull-request-review-comment-activity" } } },
		"pull-request-review-comment-activity": {
			"description": "The types of pull request review comment activity that trigger the workflow. Supported activity types: `created`, `edited`, `deleted`.",
			"one-of": ["pull-request-review-comment-activity-type", "pull-request-review-comment-activity-types"]
		},
		"pull-request-review-comment-activity-types": { "sequence": { "item-type": "pull-request-review-comment-activity-type" } },
		"pull-request-review-comment-activity-type": { "allowed-values": [
			"created",
			"edited",
			"deleted"
		] },
		"pull-request-target-string": {
			"description": "Runs your workflow when activity on a pull request in the workflow's repository occurs. If no activity types are specified, the workflow runs when a pull request is opened, reopened, or when the head branch of the pull request is updated.\n\nThis event runs in the context of the base of the pull request, rather than in the context of the merge commit, as the `pull_request` event does. This prevents execution of unsafe code from the head of the pull request that could alter your repository or steal any secrets you use in your workflow. This event allows your workflow to do things like label or comment on pull requests from forks. Avoid using this event if you need to build or run code from the pull request.",
			"string": { "constant": "pull_request_target" }
		},
		"pull-request-target": {
			"description": "Runs your workflow when activity on a pull request in the workflow's repository occurs. If no activity types are specified, the workflow runs when a pull request is opened, reopened, or when the head branch of the pull request is updated.\n\nThis event runs in the context of the base of the pull request, rather than in the context of the merge commit, as the `pull_request` event does. This prevents execution of unsafe code from the head of the pull request that could alter your repository or steal any secrets you use in your workflow. This event allows your workflow to do things like label or comment on pull requests from forks. Avoid using this event if you need to build or run code from the pull request.",
			"one-of": ["null", "pull-request-target-mapping"]
		},
		"pull-request-target-mapping": { "mapping": { "properties": {
			"types": "pull-request-target-activity",
			"branches": "event-branches",
			"branches-ignore": "event-branches-ignore",
			"paths": "event-paths",
			"paths-ignore": "event-paths-ignore"
		} } },
		"pull-request-target-activity": {
			"description": "The types of pull request activity that trigger the workflow. Supported activity types: `assigned`, `unassigned`, `labeled`, `unlabeled`, `opened`, `edited`, `closed`, `reopened`, `synchronize`, `converted_to_draft`, `locked`, `unlocked`, `enqueued`, `dequeued`, `milestoned`, `demilestoned`, `ready_for_review`, `review_requested`, `review_request_removed`, `auto_merge_enabled`, `auto_merge_disabled`, `stacked`.",
			"one-of": ["pull-request-target-activity-type", "pull-request-target-activity-types"]
		},
		"pull-request-target-activity-types": { "sequence": { "item-type": "pull-request-target-activity-type" } },
		"pull-request-target-activity-type": { "allowed-values": [
			"assigned",
			"unassigned",
			"labeled",
			"unlabeled",
			"opened",
			"edited",
			"closed",
			"reopened",
			"synchronize",
			"converted_to_draft",
			"locked",
			"unlocked",
			"enqueued",
			"dequeued",
			"milestoned",
			"demilestoned",
			"ready_for_review",
			"review_requested",
			"review_request_removed",
			"auto_merge_enabled",
			"auto_merge_disabled",
			"stacked"
		] },
		"push-string": {
			"description": "Runs your workflow when you push a commit or tag.",
			"string": { "constant": "push" }
		},
		"push": {
			"description": "Runs your workflow when you push a commit or tag.",
			"one-of": ["null", "push-mapping"]
		},
		"push-mapping": { "mapping": { "properties": {
			"branches": "event-branches",
			"branches-ignore": "event-branches-ignore",
			"tags": "event-tags",
			"tags-ignore": "event-tags-ignore",
			"paths": "event-paths",
			"paths-ignore": "event-paths-ignore"
		} } },
		"registry-package-string": {
			"description": "Runs your workflow when activity related to GitHub Packages occurs in your repository.",
			"string": { "constant": "registry_package" }
		},
		"registry-package": {
			"description": "Runs your workflow when activity related to GitHub Packages occurs in your repository.",
			"one-of": ["null", "registry-package-mapping"]
		},
		"registry-package-mapping": { "mapping": { "properties": { "types": "registry-package-activity" } } },
		"registry-package-activity": {
			"description": "The types of registry package activity that trigger the workflow. Supported activity types: `published`, `updated`.",
			"one-of": ["registry-package-activity-type", "registry-package-activity-types"]
		},
		"registry-package-activity-types": { "sequence": { "item-type": "registry-package-activity-type" } },
		"registry-package-activity-type": { "allowed-values": ["published", "updated"] },
		"release-string": {
			"description": "Runs your workflow when release activity in your repository occurs.",
			"string": { "constant": "release" }
		},
		"release": {
			"description": "Runs your workflow when release activity in your repository occurs.",
			"one-of": ["null", "release-mapping"]
		},
		"release-mapping": { "mapping": { "properties": { "types": "release-activity" } } },
		"release-activity": {
			"description": "The types of release activity that trigger the workflow. Supported activity types: `published`, `unpublished`, `created`, `edited`, `deleted`, `prereleased`, `released`.",
			"one-of": ["release-activity-type", "release-activity-types"]
		},
		"release-activity-types": { "sequence": { "item-type": "release-activity-type" } },
		"release-activity-type": { "allowed-values": [
			"published",
			"unpublished",
			"created",
			"edited",
			"deleted",
			"prereleased",
			"released"
		] },
		"schedule-string": {
			"description": "The `schedule` event allows you to trigger a workflow at a scheduled time.\n\nYou can schedule a workflow to run at specific UTC times using POSIX cron syntax. Scheduled workflows run on the latest commit on the default or base branch. The shortest interval you can run scheduled workflows is once every 5 minutes. GitHub Actions does not support the non-standard syntax `@yearly`, `@monthly`, `@weekly`, `@daily`, `@hourly`, and `@reboot`.",
			"string": { "constant": "schedule" }
		},
		"schedule": {
			"description": "The `schedule` event allows you to trigger a workflow at a scheduled time.\n\nYou can schedule a workflow to run at specific UTC times using POSIX cron syntax. Scheduled workflows run on the latest commit on the default or base branch. The shortest interval you can run scheduled workflows is once every 5 minutes. GitHub Actions does not support the non-standard syntax `@yearly`, `@monthly`, `@weekly`, `@daily`, `@hourly`, and `@reboot`.",
			"sequence": { "item-type": "cron-mapping" }
		},
		"status-string": {
			"description": "Runs your workflow when the status of a Git commit changes. For example, commits can be marked as `error`, `failure`, `pending`, or `success`. If you want to provide more details about the status change, you may want to use the `check_run` event.",
			"string": { "constant": "status" }
		},
		"status": {
			"description": "Runs your workflow when the status of a Git commit changes. For example, commits can be marked as `error`, `failure`, `pending`, or `success`. If you want to provide more details about the status change, you may want to use the `check_run` event.",
			"null": {}
		},
		"watch-string": {
			"description": "Runs your workflow when the workflow's repository is starred.",
			"string": { "constant": "watch" }
		},
		"watch": {
			"description": "Runs your workflow when the workflow's repository is starred.",
			"one-of": ["null", "watch-mapping"]
		},
		"watch-mapping": { "mapping": { "properties": { "types": "watch-activity" } } },
		"watch-activity": {
			"description": "The types of watch activity that trigger the workflow. Supported activity types: `started`.",
			"one-of": ["watch-activity-type", "watch-activity-types"]
		},
		"watch-activity-types": { "sequence": { "item-type": "watch-activity-type" } },
		"watch-activity-type": { "allowed-values": ["started"] },
		"workflow-run-string": {
			"description": "This event occurs when a workflow run is requested or completed. It allows you to execute a workflow based on execution or completion of another workflow. The workflow started by the `workflow_run` event is able to access secrets and write tokens, even if the previous workflow was not. This is useful in cases where the previous workflow is intentionally not privileged, but you need to take a privileged action in a later workflow.",
			"string": { "constant": "workflow_run" }
		},
		"workflow-run": {
			"description": "This event occurs when a workflow run is requested or completed. It allows you to execute a workflow based on execution or completion of another workflow. The workflow started by the `workflow_run` event is able to access secrets and write tokens, even if the previous workflow was not. This is useful in cases where the previous workflow is intentionally not privileged, but you need to take a privileged action in a later workflow.",
			"one-of": ["null", "workflow-run-mapping"]
		},
		"workflow-run-mapping": { "mapping": { "properties": {
			"types": "workflow-run-activity",
			"workflows": "workflow-run-workflows",
			"branches": "event-branches",
			"branches-ignore": "event-branches-ignore"
		} } },
		"workflow-run-workflows": {
			"description": "The name of the workflow that triggers the `workflow_run` event. The workflow must be in the same repository as the workflow that uses the `workflow_run` event.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"workflow-run-activity": {
			"description": "The types of workflow run activity that trigger the workflow. Supported activity types: `completed`, `requested`, `in_progress`.",
			"one-of": ["workflow-run-activity-type", "workflow-run-activity-types"]
		},
		"workflow-run-activity-types": { "sequence": { "item-type": "workflow-run-activity-type" } },
		"workflow-run-activity-type": { "allowed-values": [
			"requested",
			"completed",
			"in_progress"
		] },
		"event-branches": {
			"description": "Use the `branches` filter when you want to include branch name patterns or when you want to both include and exclude branch name patterns. You cannot use both the `branches` and `branches-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-branches-ignore": {
			"description": "Use the `branches-ignore` filter when you only want to exclude branch name patterns. You cannot use both the `branches` and `branches-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-names": {
			"description": "Use the `names` filter when you want to include names via patterns or when you want to both include and exclude names using patterns. ",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-tags": {
			"description": "Use the `tags` filter when you want to include tag name patterns or when you want to both include and exclude tag names patterns. You cannot use both the `tags` and `tags-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-tags-ignore": {
			"description": "Use the `tags-ignore` filter when you only want to exclude tag name patterns. You cannot use both the `tags` and `tags-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-paths": {
			"description": "Use the `paths` filter when you want to include file path patterns or when you want to both include and exclude file path patterns. You cannot use both the `paths` and `paths-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-paths-ignore": {
			"description": "Use the `paths-ignore` filter when you only want to exclude file path patterns. You cannot use both the `paths` and `paths-ignore` filters for the same event in a workflow.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"event-versions": {
			"description": "Use the `versions` filter when you want to include versions via patterns or when you want to both include and exclude versions using patterns. ",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"repository-dispatch-string": {
			"description": "You can use the GitHub API to trigger a webhook event called `repository_dispatch` when you want to trigger a workflow for activity that happens outside of GitHub.",
			"string": { "constant": "branch_protection_rule" }
		},
		"repository-dispatch": {
			"description": "You can use the GitHub API to trigger a webhook event called `repository_dispatch` when you want to trigger a workflow for activity that happens outside of GitHub.",
			"one-of": ["null", "repository-dispatch-mapping"]
		},
		"repository-dispatch-mapping": { "mapping": { "properties": { "types": "sequence-of-non-empty-string" } } },
		"workflow-call-string": {
			"description": "The `workflow_call` event is used to indicate that a workflow can be called by another workflow. When a workflow is triggered with the `workflow_call` event, the event payload in the called workflow is the same event payload from the calling workflow.",
			"string": { "constant": "workflow_call" }
		},
		"workflow-call": {
			"description": "The `workflow_call` event is used to indicate that a workflow can be called by another workflow. When a workflow is triggered with the `workflow_call` event, the event payload in the called workflow is the same event payload from the calling workflow.",
			"one-of": ["null", "workflow-call-mapping"]
		},
		"workflow-call-mapping": { "mapping": { "properties": {
			"inputs": "workflow-call-inputs",
			"secrets": "workflow-call-secrets",
			"outputs": "workflow-call-outputs"
		} } },
		"workflow-call-inputs": {
			"description": "Inputs that are passed to the called workflow from the caller workflow.",
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "workflow-call-input-definition"
			}
		},
		"workflow-call-input-definition": { "mapping": { "properties": {
			"description": {
				"type": "string",
				"description": "A string description of the input parameter."
			},
			"type": {
				"type": "workflow-call-input-type",
				"required": true
			},
			"required": {
				"type": "boolean",
				"description": "A boolean to indicate whether the action requires the input parameter. Set to `true` when the parameter is required."
			},
			"default": "workflow-call-input-default"
		} } },
		"workflow-call-input-type": {
			"description": "Required if input is defined for the `on.workflow_call` keyword. The value of this parameter is a string specifying the data type of the input. This must be one of: `boolean`, `number`, or `string`.",
			"one-of": [
				"input-type-string",
				"input-type-boolean",
				"input-type-number"
			]
		},
		"input-type-string": { "string": { "constant": "string" } },
		"input-type-boolean": { "string": { "constant": "boolean" } },
		"input-type-number": { "string": { "constant": "number" } },
		"input-type-choice": { "string": { "constant": "choice" } },
		"input-type-environment": { "string": { "constant": "environment" } },
		"workflow-call-input-default": {
			"description": "If a `default` parameter is not set, the default value of the input is `false` for boolean, `0` for a number, and `\"\"` for a string.",
			"context": [
				"github",
				"inputs",
				"vars"
			],
			"one-of": [
				"string",
				"boolean",
				"number"
			]
		},
		"workflow-call-secrets": {
			"description": "A map of the secrets that can be used in the called workflow. Within the called workflow, you can use the `secrets` context to refer to a secret.",
			"mapping": {
				"loose-key-type": "workflow-call-secret-name",
				"loose-value-type": "workflow-call-secret-definition"
			}
		},
		"workflow-call-secret-name": {
			"string": { "require-non-empty": true },
			"description": "A string identifier to associate with the secret."
		},
		"workflow-call-secret-definition": { "one-of": ["null", "workflow-call-secret-mapping-definition"] },
		"workflow-call-secret-mapping-definition": { "mapping": { "properties": {
			"description": {
				"type": "string",
				"description": "A string description of the secret parameter."
			},
			"required": {
				"type": "boolean",
				"description": "A boolean specifying whether the secret must be supplied."
			}
		} } },
		"workflow-call-outputs": {
			"description": "A reusable workflow may generate data that you want to use in the caller workflow. To use these outputs, you must specify them as the outputs of the reusable workflow.",
			"mapping": {
				"loose-key-type": "workflow-call-output-name",
				"loose-value-type": "workflow-call-output-definition"
			}
		},
		"workflow-call-output-name": {
			"string": { "require-non-empty": true },
			"description": "A string identifier to associate with the output. The value of `<output_id>` is a map of the input's metadata. The `<output_id>` must be a unique identifier within the outputs object and must start with a letter or _ and contain only alphanumeric characters, -, or _."
		},
		"workflow-call-output-definition": { "mapping": { "properties": {
			"description": {
				"type": "string",
				"description": "A string description of the output parameter."
			},
			"value": {
				"type": "workflow-output-context",
				"required": true
			}
		} } },
		"workflow-output-context": {
			"description": "The value to assign to the output parameter.",
			"context": [
				"github",
				"inputs",
				"vars",
				"jobs"
			],
			"string": {}
		},
		"workflow-dispatch-string": {
			"description": "The `workflow_dispatch` event allows you to manually trigger a workflow run. A workflow can be manually triggered using the GitHub API, GitHub CLI, or GitHub browser interface.",
			"string": { "constant": "workflow_dispatch" }
		},
		"workflow-dispatch": {
			"description": "The `workflow_dispatch` event allows you to manually trigger a workflow run. A workflow can be manually triggered using the GitHub API, GitHub CLI, or GitHub browser interface.",
			"one-of": ["null", "workflow-dispatch-mapping"]
		},
		"workflow-dispatch-mapping": { "mapping": { "properties": { "inputs": "workflow-dispatch-inputs" } } },
		"workflow-dispatch-inputs": {
			"description": "You can configure custom-defined input properties, default input values, and required inputs for the event directly in your workflow. When you trigger the event, you can provide the `ref` and any `inputs`. When the workflow runs, you can access the input values in the `inputs` context.",
			"mapping": {
				"loose-key-type": "workflow-dispatch-input-name",
				"loose-value-type": "workflow-dispatch-input"
			}
		},
		"workflow-dispatch-input-name": {
			"string": { "require-non-empty": true },
			"description": "A string identifier to associate with the input. The value of <input_id> is a map of the input's metadata. The <input_id> must be a unique identifier within the inputs object. The <input_id> must start with a letter or _ and contain only alphanumeric characters, -, or _."
		},
		"workflow-dispatch-input": { "mapping": { "properties": {
			"description": {
				"type": "string",
				"description": "A string description of the input parameter."
			},
			"type": { "type": "workflow-dispatch-input-type" },
			"required": {
				"type": "boolean",
				"description": "A boolean to indicate whether the workflow requires the input parameter. Set to true when the parameter is required."
			},
			"default": "workflow-dispatch-input-default",
			"options": {
				"type": "sequence-of-string",
				"description": "The options of the dropdown list, if the type is a choice."
			}
		} } },
		"workflow-dispatch-input-type": {
			"description": "A string representing the type of the input. This must be one of: `boolean`, `number`, `string`, `choice`, or `environment`.",
			"one-of": [
				"input-type-string",
				"input-type-boolean",
				"input-type-number",
				"input-type-environment",
				"input-type-choice"
			]
		},
		"workflow-dispatch-input-default": {
			"description": "The default value is used when an input parameter isn't specified in a workflow file.",
			"one-of": [
				"string",
				"boolean",
				"number"
			]
		},
		"permissions": {
			"description": "You can use `permissions` to modify the default permissions granted to the `GITHUB_TOKEN`, adding or removing access as required, so that you only allow the minimum required access.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#permissions)",
			"one-of": [
				"permissions-mapping",
				"permission-level-shorthand-read-all",
				"permission-level-shorthand-write-all"
			]
		},
		"permissions-mapping": { "mapping": { "properties": {
			"actions": {
				"type": "permission-level-any",
				"description": "Actions workflows, workflow runs, and artifacts."
			},
			"artifact-metadata": {
				"type": "permission-level-any",
				"description": "Storage and deployment records for build artifacts."
			},
			"attestations": {
				"type": "permission-level-any",
				"description": "Artifact attestations."
			},
			"checks": {
				"type": "permission-level-any",
				"description": "Check runs and check suites."
			},
			"code-quality": {
				"type": "permission-level-any",
				"description": "Code quality data."
			},
			"contents": {
				"type": "permission-level-any",
				"description": "Repository contents, commits, branches, downloads, releases, and merges."
			},
			"copilot-requests": {
				"type": "permission-level-write-or-no-access",
				"description": "GitHub Copilot requests."
			},
			"deployments": {
				"type": "permission-level-any",
				"description": "Deployments and deployment statuses."
			},
			"discussions": {
				"type": "permission-level-any",
				"description": "Discussions and related comments and labels."
			},
			"drives": {
				"type": "permission-level-any",
				"description": "GitHub Drives persistent workspace storage. Use `read` for checkout and `write` to commit changes."
			},
			"id-token": {
				"type": "permission-level-write-or-no-access",
				"description": "Token to request an OpenID Connect token."
			},
			"issues": {
				"type": "permission-level-any",
				"description": "Issues and related comments, assignees, labels, and milestones."
			},
			"models": {
				"type": "permission-level-read-or-no-access",
				"description": "Call AI models with GitHub Models."
			},
			"packages": {
				"type": "permission-level-any",
				"description": "Packages published to the GitHub Package Platform."
			},
			"pages": {
				"type": "permission-level-any",
				"description": "Retrieve Pages statuses, configuration, and builds, as well as create new builds."
			},
			"pull-requests": {
				"type": "permission-level-any",
				"description": "Pull requests and related comments, assignees, labels, milestones, and merges."
			},
			"repository-projects": {
				"type": "permission-level-any",
				"description": "Classic projects within a repository."
			},
			"security-events": {
				"type": "permission-level-any",
				"description": "Code scanning alerts."
			},
			"statuses": {
				"type": "permission-level-any",
				"description": "Commit statuses."
			},
			"vulnerability-alerts": {
				"type": "permission-level-read-or-no-access",
				"description": "Dependabot alerts."
			}
		} } },
		"permission-level-any": {
			"description": "The permission level for the `GITHUB_TOKEN`.",
			"one-of": [
				"permission-level-read",
				"permission-level-write",
				"permission-level-no-access"
			]
		},
		"permission-level-read-or-no-access": { "one-of": ["permission-level-read", "permission-level-no-access"] },
		"permission-level-write-or-no-access": { "one-of": ["permission-level-write", "permission-level-no-access"] },
		"permission-level-read": {
			"description": "The permission level for the `GITHUB_TOKEN`. Grants `read` permission for the specified scope.",
			"string": { "constant": "read" }
		},
		"permission-level-write": {
			"description": "The permission level for the `GITHUB_TOKEN`. Grants `write` permission for the specified scope.",
			"string": { "constant": "write" }
		},
		"permission-level-no-access": {
			"description": "The permission level for the `GITHUB_TOKEN`. Restricts all access for the specified scope.",
			"string": { "constant": "none" }
		},
		"permission-level-shorthand-read-all": {
			"description": "The permission level for the `GITHUB_TOKEN`. Grants `read` access for all scopes.",
			"string": { "constant": "read-all" }
		},
		"permission-level-shorthand-write-all": {
			"description": "The permission level for the `GITHUB_TOKEN`. Grants `write` access for all scopes.",
			"string": { "constant": "write-all" }
		},
		"workflow-defaults": {
			"description": "Use `defaults` to create a map of default settings that will apply to all jobs in the workflow. You can also set default settings that are only available to a job.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#defaults)",
			"mapping": { "properties": { "run": "workflow-defaults-run" } }
		},
		"workflow-defaults-run": { "mapping": { "properties": {
			"shell": "shell",
			"working-directory": "working-directory"
		} } },
		"workflow-env": {
			"description": "A map of environment variables that are available to the steps of all jobs in the workflow. You can also set environment variables that are only available to the steps of a single job or to a single step.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#env)",
			"context": [
				"github",
				"inputs",
				"vars",
				"secrets"
			],
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string"
			}
		},
		"jobs": {
			"description": "A workflow run is made up of one or more `jobs`, which run in parallel by default. To run jobs sequentially, you can define dependencies on other jobs using the `jobs.<job_id>.needs` keyword. Each job runs in a runner environment specified by `runs-on`.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#jobs)",
			"mapping": {
				"loose-key-type": "job-id",
				"loose-value-type": "job"
			}
		},
		"job-id": {
			"string": { "require-non-empty": true },
			"description": "A unique identifier for the job. The identifier must start with a letter or _ and contain only alphanumeric characters, -, or _."
		},
		"job": {
			"description": "Each job must have an id to associate with the job. The key `job_id` is a string and its value is a map of the job's configuration data. You must replace `<job_id>` with a string that is unique to the jobs object. The `<job_id>` must start with a letter or _ and contain only alphanumeric characters, -, or _.",
			"one-of": ["job-factory", "workflow-job"]
		},
		"job-factory": { "mapping": { "properties": {
			"needs": "needs",
			"if": "job-if",
			"strategy": "strategy",
			"name": {
				"type": "string-strategy-context",
				"description": "The name of the job displayed on GitHub."
			},
			"runs-on": {
				"type": "runs-on",
				"required": true
			},
			"timeout-minutes": {
				"type": "number-strategy-context",
				"description": "The maximum number of minutes to let a workflow run before GitHub automatically cancels it. Default: 360"
			},
			"cancel-timeout-minutes": "number-strategy-context",
			"continue-on-error": {
				"type": "boolean-strategy-context",
				"description": "Prevents a workflow run from failing when a job fails. Set to true to allow a workflow run to pass when this job fails."
			},
			"container": "container",
			"services": "services",
			"env": "job-env",
			"environment": "job-environment",
			"permissions": "permissions",
			"concurrency": "job-concurrency",
			"outputs": "job-outputs",
			"defaults": "job-defaults",
			"steps": "steps",
			"snapshot": "snapshot"
		} } },
		"workflow-job": { "mapping": { "properties": {
			"name": {
				"type": "string-strategy-context",
				"description": "The name of the job displayed on GitHub."
			},
			"uses": {
				"description": "The location and version of a reusable workflow file to run as a job. Use one of the following formats:\n\n* `{owner}/{repo}/.github/workflows/{filename}@{ref}` for reusable workflows in public and private repositories.\n* `./.github/workflows/{filename}` for reusable workflows in the same repository.\n\n{ref} can be a SHA, a release tag, or a branch name. Using the commit SHA is the safest for stability and security.",
				"type": "non-empty-string",
				"required": true
			},
			"with": "workflow-job-with",
			"secrets": "workflow-job-secrets",
			"needs": "needs",
			"if": "job-if",
			"permissions": "permissions",
			"concurrency": "job-concurrency",
			"strategy": "strategy"
		} } },
		"workflow-job-with": {
			"description": "When a job is used to call a reusable workflow, you can use `with` to provide a map of inputs that are passed to the called workflow.\n\nAny inputs that you pass must match the input specifications defined in the called workflow.",
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "scalar-needs-context"
			}
		},
		"workflow-job-secrets": {
			"description": "When a job is used to call a reusable workflow, you can use `secrets` to provide a map of secrets that are passed to the called workflow.\n\nAny secrets that you pass must match the names defined in the called workflow.",
			"one-of": ["workflow-job-secrets-mapping", "workflow-job-secrets-inherit"]
		},
		"workflow-job-secrets-mapping": { "mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "scalar-needs-context-with-secrets"
		} },
		"workflow-job-secrets-inherit": { "string": { "constant": "inherit" } },
		"needs": {
			"description": "Use `needs` to identify any jobs that must complete successfully before this job will run. It can be a string or array of strings. If a job fails, all jobs that need it are skipped unless the jobs use a conditional expression that causes the job to continue. If a run contains a series of jobs that need each other, a failure applies to all jobs in the dependency chain from the point of failure onwards.",
			"one-of": ["sequence-of-non-empty-string", "non-empty-string"]
		},
		"job-if": {
			"description": "You can use the `if` conditional to prevent a job from running unless a condition is met. You can use any supported context and expression to create a conditional.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"always(0,0)",
				"failure(0,MAX)",
				"cancelled(0,0)",
				"success(0,MAX)"
			],
			"string": {}
		},
		"job-if-result": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"always(0,0)",
				"failure(0,MAX)",
				"cancelled(0,0)",
				"success(0,MAX)"
			],
			"one-of": [
				"null",
				"boolean",
				"number",
				"string",
				"sequence",
				"mapping"
			]
		},
		"strategy": {
			"description": "Use `strategy` to use a matrix strategy for your jobs. A matrix strategy lets you use variables in a single job definition to automatically create multiple job runs that are based on the combinations of the variables. ",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs"
			],
			"mapping": { "properties": {
				"fail-fast": {
					"type": "boolean",
					"description": "Setting `fail-fast` to `false` prevents GitHub from canceling all in-progress jobs if any matrix job fails. Default: `true`"
				},
				"max-parallel": {
					"type": "number",
					"description": "The maximum number of jobs that can run simultaneously when using a matrix job strategy. By default, GitHub will maximize the number of jobs run in parallel depending on runner availability."
				},
				"matrix": "matrix"
			} }
		},
		"matrix": {
			"description": "Use `matrix` to define a matrix of different job configurations. Within your matrix, define one or more variables followed by an array of values.",
			"mapping": {
				"properties": {
					"include": {
						"type": "matrix-filter",
						"description": "Use `include` to expand existing matrix configurations or to add new configurations. The value of `include` is a list of objects.\n\nFor each object in the `include` list, the key:value pairs in the object will be added to each of the matrix combinations if none of the key:value pairs overwrite any of the original matrix values. If the object cannot be added to any of the matrix combinations, a new matrix combination will be created instead. Note that the original matrix values will not be overwritten, but added matrix values can be overwritten."
					},
					"exclude": {
						"type": "matrix-filter",
						"description": "To remove specific configurations defined in the matrix, use `exclude`. An excluded configuration only has to be a partial match for it to be excluded."
					}
				},
				"loose-key-type": "non-empty-string",
				"loose-value-type": "sequence"
			}
		},
		"matrix-filter": { "sequence": { "item-type": "matrix-filter-item" } },
		"matrix-filter-item": { "mapping": {
			"loose-key-type": "non-empty-string",
			"loose-value-type": "any"
		} },
		"snapshot": {
			"description": "Use `snapshot` to define a custom image you want to create or update after your job succeeds by taking a snapshot of your runner.",
			"one-of": ["non-empty-string", "snapshot-mapping"]
		},
		"snapshot-mapping": { "mapping": { "properties": {
			"image-name": {
				"description": "The desired name of the custom image you want to create or update.",
				"type": "non-empty-string",
				"required": true
			},
			"if": "snapshot-if",
			"version": {
				"description": "The desired major version updates upon a new custom image version creation.",
				"type": "non-empty-string"
			}
		} } },
		"snapshot-if": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"description": "Use the if conditional to prevent a snapshot from being taken unless a condition is met. Any supported context and expression can be used to create a conditional. Expressions in an `if` conditional do not require the bracketed expression syntax. When you use expressions in an `if` conditional, you may omit the expression syntax because GitHub automatically evaluates the `if` conditional as an expression.",
			"string": {}
		},
		"runs-on": {
			"description": "Use `runs-on` to define the type of machine to run the job on.\n* The destination machine can be either a GitHub-hosted runner, larger runner, or a self-hosted runner.\n* You can target runners based on the labels assigned to them, or their group membership, or a combination of these.\n* You can provide `runs-on` as a single string or as an array of strings.\n* If you specify an array of strings, your workflow will execute on any runner that matches all of the specified `runs-on` values.\n* If you would like to run your workflow on multiple machines, use `jobs.<job_id>.strategy`.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": [
				"non-empty-string",
				"sequence-of-non-empty-string",
				"runs-on-mapping"
			]
		},
		"runs-on-mapping": { "mapping": { "properties": {
			"group": {
				"description": "The group from which to select a runner.",
				"type": "non-empty-string"
			},
			"labels": "runs-on-labels"
		} } },
		"runs-on-labels": {
			"description": "The label by which to filter for available runners.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"job-env": {
			"description": "A map of variables that are available to all steps in the job.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets"
			],
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string"
			}
		},
		"workflow-concurrency": {
			"description": "Concurrency ensures that only a single job or workflow using the same concurrency group will run at a time. A concurrency group can be any string or expression.\n\nYou can also specify `concurrency` at the job level.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#concurrency)",
			"context": [
				"github",
				"inputs",
				"vars"
			],
			"one-of": ["string", "concurrency-mapping"]
		},
		"job-concurrency": {
			"description": "Concurrency ensures that only a single job using the same concurrency group will run at a time. A concurrency group can be any string or expression. The expression can use any context except for the `secrets` context.\n\nYou can also specify `concurrency` at the workflow level.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": ["non-empty-string", "concurrency-mapping"]
		},
		"concurrency-mapping": {
			"description": "Concurrency ensures that only a single job or workflow using the same concurrency group will run at a time. A concurrency group can be any string or expression.\n\nYou can also specify `concurrency` at the job level.\n\n[Documentation](https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions#concurrency)",
			"mapping": { "properties": {
				"group": {
					"type": "non-empty-string",
					"required": true,
					"description": "When a concurrent job or workflow is queued, if another job or workflow using the same concurrency group in the repository is in progress, the queued job or workflow will be `pending`. Any previously pending job or workflow in the concurrency group will be canceled. To also cancel any currently running job or workflow in the same concurrency group, specify `cancel-in-progress: true`."
				},
				"cancel-in-progress": {
					"type": "boolean",
					"description": "To cancel any currently running job or workflow in the same concurrency group, specify cancel-in-progress: true."
				},
				"queue": {
					"type": "concurrency-queue",
					"description": "The queuing mode for the concurrency group. When set to `max`, workflows or jobs will wait in a queue for the concurrency group up to the maximum queue length. Default: `single` meaning at most one item can be pending."
				}
			} }
		},
		"concurrency-queue": { "allowed-values": ["single", "max"] },
		"job-environment": {
			"description": "The environment that the job references. All environment protection rules must pass before a job referencing the environment is sent to a runner.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": ["string", "job-environment-mapping"]
		},
		"job-environment-mapping": { "mapping": { "properties": {
			"name": {
				"type": "job-environment-name",
				"required": true
			},
			"url": {
				"type": "string-runner-context-no-secrets",
				"description": "The environment URL, which maps to `environment_url` in the deployments API."
			},
			"deployment": {
				"type": "boolean",
				"description": "Whether to create a deployment record for this environment. Defaults to true."
			}
		} } },
		"job-environment-name": {
			"description": "The name of the environment used by the job.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"string": {}
		},
		"job-defaults": {
			"description": "A map of default settings that will apply to all steps in the job. You can also set default settings for the entire workflow.",
			"mapping": { "properties": { "run": "job-defaults-run" } }
		},
		"job-defaults-run": {
			"context": [
				"github",
				"inputs",
				"vars",
				"strategy",
				"matrix",
				"needs",
				"env"
			],
			"mapping": { "properties": {
				"shell": "shell",
				"working-directory": "working-directory"
			} }
		},
		"job-outputs": {
			"description": "A map of outputs for a called workflow. Called workflow outputs are available to all downstream jobs in the caller workflow. Each output has an identifier, an optional `description,` and a `value`. The `value` must be set to the value of an output from a job within the called workflow.",
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string-runner-context"
			}
		},
		"steps": {
			"description": "A job contains a sequence of tasks called `steps`. Steps can run commands, run setup tasks, run an action in your repository, a public repository, or an action published in a Docker registry, wait for background steps to complete, or cancel a background step. Not all steps run actions, but all actions run as a step. Each step runs in its own process in the runner environment and has access to the workspace and filesystem. Because steps run in their own process, changes to environment variables are not preserved between steps. GitHub provides built-in steps to set up and complete a job.",
			"sequence": { "item-type": "steps-item" }
		},
		"steps-item": { "one-of": [
			"run-step",
			"regular-step",
			"wait-step",
			"wait-all-step",
			"cancel-step",
			"parallel-step"
		] },
		"run-step": { "mapping": { "properties": {
			"name": "step-name",
			"id": "step-id",
			"if": "step-if",
			"timeout-minutes": "step-timeout-minutes",
			"run": {
				"type": "string-steps-context",
				"description": "Runs command-line programs using the operating system's shell. If you do not provide a `name`, the step name will default to the text specified in the `run` command. Commands run using non-login shells by default. You can choose a different shell and customize the shell used to run commands. Each `run` keyword represents a new process and shell in the virtual environment. When you provide multi-line commands, each line runs in the same shell.",
				"required": true
			},
			"continue-on-error": "step-continue-on-error",
			"env": "step-env",
			"working-directory": "string-steps-context",
			"shell": "shell",
			"background": "step-background"
		} } },
		"regular-step": { "mapping": { "properties": {
			"name": "step-name",
			"id": "step-id",
			"if": "step-if",
			"continue-on-error": "step-continue-on-error",
			"timeout-minutes": "step-timeout-minutes",
			"uses": {
				"type": "step-uses",
				"required": true
			},
			"with": "step-with",
			"env": "step-env",
			"background": "step-background"
		} } },
		"wait-step": { "mapping": { "properties": {
			"name": "step-name",
			"id": "step-id",
			"continue-on-error": "step-continue-on-error",
			"wait": {
				"type": "step-wait-target",
				"required": true
			}
		} } },
		"wait-all-step": { "mapping": { "properties": {
			"name": "step-name",
			"id": "step-id",
			"continue-on-error": "step-continue-on-error",
			"wait-all": {
				"type": "step-wait-all-value",
				"required": true
			}
		} } },
		"cancel-step": { "mapping": { "properties": {
			"name": "step-name",
			"id": "step-id",
			"continue-on-error": "step-continue-on-error",
			"cancel": {
				"type": "step-cancel-target",
				"required": true
			}
		} } },
		"parallel-step": { "mapping": { "properties": { "parallel": {
			"type": "parallel-steps",
			"required": true,
			"description": "Run a group of steps concurrently. All steps in the parallel block run as background steps and the workflow waits for all of them to complete before continuing."
		} } } },
		"parallel-steps": { "sequence": { "item-type": "steps-item" } },
		"step-uses": {
			"description": "Selects an action to run as part of a step in your job. An action is a reusable unit of code. You can use an action defined in the same repository as the workflow, a public repository, a [private repository with access enabled](https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository#allowing-access-to-components-in-a-private-repository), or in a published Docker container image.",
			"string": { "require-non-empty": true }
		},
		"step-background": {
			"boolean": {},
			"description": "When set to true, runs this step in the background. The workflow continues to the next step immediately without waiting for the background step to finish."
		},
		"step-wait-target": {
			"description": "The step ID or IDs of background steps to wait for.",
			"one-of": ["non-empty-string", "sequence-of-non-empty-string"]
		},
		"step-wait-all-value": {
			"description": "Wait for all prior background steps to complete. Use as a bare key (`wait-all:`) or with a boolean value.",
			"one-of": ["null", "boolean"]
		},
		"step-cancel-target": {
			"description": "The step ID of a background step to cancel.",
			"string": { "require-non-empty": true }
		},
		"step-continue-on-error": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"boolean": {},
			"description": "Prevents a job from failing when a step fails. Set to `true` to allow a job to pass when this step fails."
		},
		"step-id": {
			"string": { "require-non-empty": true },
			"description": "A unique identifier for the step. You can use the `id` to reference the step in contexts."
		},
		"step-if": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"steps",
				"job",
				"runner",
				"env",
				"always(0,0)",
				"failure(0,0)",
				"cancelled(0,0)",
				"success(0,0)",
				"hashFiles(1,255)"
			],
			"description": "Use the `if` conditional to prevent a step from running unless a condition is met. Any supported context and expression can be used to create a conditional. Expressions in an `if` conditional do not require the bracketed expression syntax. When you use expressions in an `if` conditional, you may omit the expression syntax because GitHub automatically evaluates the `if` conditional as an expression.",
			"string": {}
		},
		"step-if-result": {
			"context": [
				"github",
				"inputs",
				"vars",
				"strategy",
				"matrix",
				"steps",
				"job",
				"runner",
				"env",
				"always(0,0)",
				"failure(0,0)",
				"cancelled(0,0)",
				"success(0,0)",
				"hashFiles(1,255)"
			],
			"one-of": [
				"null",
				"boolean",
				"number",
				"string",
				"sequence",
				"mapping"
			]
		},
		"step-env": {
			"description": "Sets variables for steps to use in the runner environment. You can also set variables for the entire workflow or a job.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string"
			}
		},
		"step-name": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"string": {},
			"description": "A name for your step to display on GitHub."
		},
		"step-timeout-minutes": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"number": {},
			"description": "The maximum number of minutes to run the step before killing the process."
		},
		"step-with": {
			"description": "A map of the input parameters defined by the action. Each input parameter is a key/value pair. Input parameters are set as variables. When you specify an input in a workflow file or use a default input value, GitHub creates a variable for the input with the name `INPUT_<VARIABLE_NAME>`. The variable created converts input names to uppercase letters and replaces spaces with `_`.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string"
			}
		},
		"container": {
			"description": "A container to run any steps in a job that don't already specify a container. If you have steps that use both script and container actions, the container actions will run as sibling containers on the same network with the same volume mounts.\n\nIf you do not set a container, all steps will run directly on the host specified by runs-on unless a step refers to an action configured to run in a container.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": ["string", "container-mapping"]
		},
		"container-mapping": { "mapping": { "properties": {
			"image": {
				"type": "non-empty-string",
				"description": "Use `jobs.<job_id>.container.image` to define the Docker image to use as the container to run the action. The value can be the Docker Hub image or a registry name."
			},
			"options": {
				"type": "string",
				"description": "Use `jobs.<job_id>.container.options` to configure additional Docker container resource options."
			},
			"env": "container-env",
			"ports": {
				"type": "sequence-of-non-empty-string",
				"description": "Use `jobs.<job_id>.container.ports` to set an array of ports to expose on the container."
			},
			"volumes": {
				"type": "sequence-of-non-empty-string",
				"description": "Use `jobs.<job_id>.container.volumes` to set an array of volumes for the container to use. You can use volumes to share data between services or other steps in a job. You can specify named Docker volumes, anonymous Docker volumes, or bind mounts on the host."
			},
			"credentials": "container-registry-credentials"
		} } },
		"services": {
			"description": "Additional containers to host services for a job in a workflow. These are useful for creating databases or cache services like redis. The runner on the virtual machine will automatically create a network and manage the life cycle of the service containers. When you use a service container for a job or your step uses container actions, you don't need to set port information to access the service. Docker automatically exposes all ports between containers on the same network. When both the job and the action run in a container, you can directly reference the container by its hostname. The hostname is automatically mapped to the service name. When a step does not use a container action, you must access the service using localhost and bind the ports.",
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "services-container"
			}
		},
		"services-container": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": ["non-empty-string", "service-container-mapping"]
		},
		"container-registry-credentials": {
			"description": "If the image's container registry requires authentication to pull the image, you can use `jobs.<job_id>.container.credentials` to set a map of the username and password. The credentials are the same values that you would provide to the `docker login` command.",
			"context": [
				"github",
				"inputs",
				"vars",
				"secrets",
				"env"
			],
			"mapping": { "properties": {
				"username": "non-empty-string",
				"password": "non-empty-string"
			} }
		},
		"container-env": {
			"description": "Use `jobs.<job_id>.container.env` to set a map of variables in the container.",
			"mapping": {
				"loose-key-type": "non-empty-string",
				"loose-value-type": "string-runner-context"
			}
		},
		"non-empty-string": { "string": { "require-non-empty": true } },
		"sequence-of-non-empty-string": { "sequence": { "item-type": "non-empty-string" } },
		"sequence-of-string": { "sequence": { "item-type": "string" } },
		"boolean-needs-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs"
			],
			"boolean": {}
		},
		"number-needs-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs"
			],
			"number": {}
		},
		"string-needs-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs"
			],
			"string": {}
		},
		"scalar-needs-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"one-of": [
				"string",
				"boolean",
				"number"
			]
		},
		"scalar-needs-context-with-secrets": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"secrets",
				"strategy",
				"matrix"
			],
			"one-of": [
				"string",
				"boolean",
				"number"
			]
		},
		"boolean-strategy-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"boolean": {}
		},
		"number-strategy-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"number": {}
		},
		"string-strategy-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix"
			],
			"string": {}
		},
		"boolean-steps-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"boolean": {}
		},
		"number-steps-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"number": {}
		},
		"string-runner-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env"
			],
			"string": {}
		},
		"string-runner-context-no-secrets": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"steps",
				"job",
				"runner",
				"env"
			],
			"string": {}
		},
		"string-steps-context": {
			"context": [
				"github",
				"inputs",
				"vars",
				"needs",
				"strategy",
				"matrix",
				"secrets",
				"steps",
				"job",
				"runner",
				"env",
				"hashFiles(1,255)"
			],
			"string": {}
		},
		"shell": {
			"string": { "require-non-empty": true },
			"description": "Use `shell` to override the default shell settings in the runner's operating system. You can use built-in shell keywords, or you can define a custom set of shell options. The shell command that is run internally executes a temporary file that contains the commands specified in `run`."
		},
		"working-directory": {
			"string": { "require-non-empty": true },
			"description": "The `working-directory` keyword specifies the working directory where the command is run."
		},
		"cron-mapping": { "mapping": { "properties": {
			"cron": {
				"type": "cron-pattern",
				"required": true
			},
			"timezone": "timezone-string"
		} } },
		"cron-pattern": {
			"description": "A cron expression that represents a schedule. A scheduled workflow will run at most once every 5 minutes.",
			"string": { "require-non-empty": true }
		},
		"timezone-string": {
			"description": "A string that represents the time zone a scheduled workflow will run relative to in IANA format (e.g. 'America/New_York' or 'Europe/London'). If omitted, the workflow will run relative to midnight UTC.",
			"string": { "require-non-empty": true }
		},
		"service-container-mapping": { "mapping": { "properties": {
			"image": {
				"type": "non-empty-string",
				"description": "The Docker image to use as the container. The value can be the Docker Hub image or a registry name."
			},
			"options": {
				"type": "string",
				"description": "Additional Docker container resource options."
			},
			"env": "container-env",
			"ports": {
				"type": "sequence-of-non-empty-string",
				"description": "An array of ports to expose on the container."
			},
			"volumes": {
				"type": "sequence-of-non-empty-string",
				"description": "An array of volumes for the container to use. You can use volumes to share data between services or other steps in a job. You can specify named Docker volumes, anonymous Docker volumes, or bind mounts on the host."
			},
			"credentials": "container-registry-credentials",
			"entrypoint": {
				"type": "string",
				"description": "Override the default ENTRYPOINT in the service container image."
			},
			"command": {
				"type": "string",
				"description": "Override the default CMD in the service container image."
			}
		} } }
	}
};

// node_modules/@actions/workflow-parser/dist/workflows/workflow-schema.js
let schema;
function getWorkflowSchema() {
	if (schema === void 0) {
		const json = JSON.stringify(workflow_v1_0_min_default);
		schema = TemplateSchema.load(new JSONObjectReader(void 0, json));
	}
	return schema;
}

// node_modules/@actions/workflow-parser/dist/workflows/yaml-object-reader.js
var import_dist = require_dist();
var YamlObjectReader = class YamlObjectReader {
	constructor(fileId, content) {
		this.lineCounter = new import_dist.LineCounter();
		this.errors = [];
		this.doc = (0, import_dist.parseDocument)(content, {
			lineCounter: this.lineCounter,
			keepSourceTokens: true,
			uniqueKeys: false
		});
		for (const err of this.doc.errors) this.errors.push({
			message: err.message,
			range: rangeFromLinePos(err.linePos)
		});
		this._generator = this.getNodes(this.doc, /* @__PURE__ */ new Set());
		this.fileId = fileId;
	}
	*getNodes(node, aliasResolutionStack) {
		let range = this.getRange(node);
		if ((0, import_dist.isDocument)(node)) {
			yield new ParseEvent(EventType.DocumentStart);
			for (const item of this.getNodes(node.contents, /* @__PURE__ */ new Set())) yield item;
			yield new ParseEvent(EventType.DocumentEnd);
		}
		if ((0, import_dist.isCollection)(node)) {
			if ((0, import_dist.isSeq)(node)) yield new ParseEvent(EventType.SequenceStart, new SequenceToken(this.fileId, range, void 0));
			else if ((0, import_dist.isMap)(node)) yield new ParseEvent(EventType.MappingStart, new MappingToken(this.fileId, range, void 0));
			for (const item of node.items) for (const child of this.getNodes(item, aliasResolutionStack)) yield child;
			if ((0, import_dist.isSeq)(node)) yield new ParseEvent(EventType.SequenceEnd);
			else if ((0, import_dist.isMap)(node)) yield new ParseEvent(EventType.MappingEnd);
		}
		if ((0, import_dist.isScalar)(node)) yield new ParseEvent(EventType.Literal, YamlObjectReader.getLiteralToken(this.fileId, range, node));
		if ((0, import_dist.isAlias)(node)) {
			const resolved = node.resolve(this.doc);
			if (resolved) {
				if (aliasResolutionStack.has(resolved)) return;
				const newStack = new Set(aliasResolutionStack);
				newStack.add(resolved);
				yield* this.getNodes(resolved, newStack);
			}
			return;
		}
		if ((0, import_dist.isPair)(node)) {
			const scalarKey = node.key;
			range = this.getRange(scalarKey);
			const key = scalarKey.value;
			yield new ParseEvent(EventType.Literal, new StringToken(this.fileId, range, key, void 0));
			for (const child of this.getNodes(node.value, aliasResolutionStack)) yield child;
		}
	}
	getRange(node) {
		const range = node?.range ?? [];
		const startPos = range[0];
		const endPos = range[1];
		if (startPos !== void 0 && endPos !== void 0) {
			const slp = this.lineCounter.linePos(startPos);
			const elp = this.lineCounter.linePos(endPos);
			return {
				start: {
					line: slp.line,
					column: slp.col
				},
				end: {
					line: elp.line,
					column: elp.col
				}
			};
		}
	}
	static getLiteralToken(fileId, range, token) {
		const value = token.value;
		if (value === null || value === void 0) return new NullToken(fileId, range, void 0);
		switch (typeof value) {
			case "number": return new NumberToken(fileId, range, value, void 0);
			case "boolean": return new BooleanToken(fileId, range, value, void 0);
			case "string": {
				let source;
				let blockScalarHeader;
				if (token.srcToken && "source" in token.srcToken) {
					source = token.srcToken.source;
					if (token.srcToken.type === "block-scalar" && "props" in token.srcToken) {
						const headerProp = token.srcToken.props.find((p) => p.type === "block-scalar-header");
						if (headerProp?.source) blockScalarHeader = headerProp.source;
					}
				}
				return new StringToken(fileId, range, value, void 0, source, blockScalarHeader);
			}
			default: throw new Error(`Unexpected value type '${typeof value}' when reading object`);
		}
	}
	allowLiteral() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.Literal) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowSequenceStart() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.SequenceStart) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowSequenceEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.SequenceEnd) {
				this._current = this._generator.next();
				return true;
			}
		}
		return false;
	}
	allowMappingStart() {
		if (!this._current.done) {
			const parseEvent = this._current.value;
			if (parseEvent.type === EventType.MappingStart) {
				this._current = this._generator.next();
				return parseEvent.token;
			}
		}
	}
	allowMappingEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.MappingEnd) {
				this._current = this._generator.next();
				return true;
			}
		}
		return false;
	}
	validateEnd() {
		if (!this._current.done) {
			if (this._current.value.type === EventType.DocumentEnd) {
				this._current = this._generator.next();
				return;
			}
		}
		throw new Error("Expected end of reader");
	}
	validateStart() {
		if (!this._current) this._current = this._generator.next();
		if (!this._current.done) {
			if (this._current.value.type === EventType.DocumentStart) {
				this._current = this._generator.next();
				return;
			}
		}
		throw new Error("Expected start of reader");
	}
};
function rangeFromLinePos(linePos) {
	if (linePos === void 0) return;
	const start = {
		line: linePos[0].line,
		column: linePos[0].col
	};
	return {
		start,
		end: linePos.length == 2 ? {
			line: linePos[1].line,
			column: linePos[1].col
		} : start
	};
}

// src/core/workflow/document.ts
/**
* Most nodes of a file, aliases unfolded. GitHub takes a million (actions/runner
* src/Sdk/WorkflowParser/ParseOptions.cs, MaxParseEvents), which no file without aliases that fold into each other has.
*/
const MAX_NODES = 1e5;
/** Most characters of a file (ParseOptions.cs, MaxFileSize). */
const MAX_CHARACTERS = 1048576;
/**
* Reads texts by their value alone. The library's own reader keeps the YAML source of block scalars, and the template
* reader then puts the indentation of the file into `run` scripts that hold an expression.
*/
var ValueReader = class extends YamlObjectReader {
	#nodes = 0;
	allowLiteral() {
		this.#nodes += 1;
		if (this.#nodes > MAX_NODES) throw new TurnpikeError("WORKFLOW_INVALID", "config", `The file unfolds to more than ${MAX_NODES} nodes.`);
		const token = super.allowLiteral();
		if (token === void 0 || !isString(token)) return token;
		return new StringToken(token.file, token.range, token.value, token.definitionInfo);
	}
};
function read$1(file, text, source) {
	const context = new TemplateContext(new TemplateValidationErrors(), source.schema, new NoOperationTraceWriter());
	if (text.length > MAX_CHARACTERS) return {
		root: void 0,
		context,
		problems: [{
			where: file,
			message: `The file has ${text.length} characters; GitHub reads at most ${MAX_CHARACTERS}.`
		}]
	};
	const fileId = context.getFileId(file);
	const reader = new ValueReader(fileId, text);
	for (const fault of reader.errors) context.error(fileId, fault.message, fault.range);
	const value = reader.errors.length > 0 ? void 0 : readTemplate(context, source.type, reader, fileId);
	return {
		root: value !== void 0 && isMapping(value) ? value : void 0,
		context,
		problems: problemsOf(file, context)
	};
}
/**
* @param file how messages name the file
* @param context what the parser collected into
* @returns its errors, each with its place
*/
function problemsOf(file, context) {
	return context.errors.getErrors().map((error) => ({
		where: file,
		...error.range === void 0 ? {} : {
			line: error.range.start.line,
			column: error.range.start.column
		},
		message: error.rawMessage.split("\n")[0] ?? error.rawMessage
	}));
}
/**
* @param file how messages name the file
* @param text YAML of a workflow
* @returns its tree, checked against GitHub's schema
*/
function readWorkflowDocument(file, text) {
	return read$1(file, text, {
		schema: getWorkflowSchema(),
		type: "workflow-root"
	});
}
/**
* @param file how messages name the file
* @param text YAML of an `action.yml`
* @returns its tree, checked against GitHub's schema
*/
function readActionDocument(file, text) {
	return read$1(file, text, {
		schema: getActionSchema(),
		type: "action-root"
	});
}
/**
* @param token any node
* @returns its keys in order; none when it is no mapping
*/
function entriesOf$1(token) {
	if (token === void 0 || !isMapping(token)) return [];
	return [...token].map(({ key, value }) => ({
		key: key.toString(),
		keyToken: key,
		value
	}));
}
/**
* @param token any node
* @param key a key of a mapping
* @returns its value, or undefined
*/
function childOf(token, key) {
	return entriesOf$1(token).find((entry) => entry.key === key)?.value;
}
/**
* @param token any node
* @returns its items; none when it is no sequence
*/
function itemsOf(token) {
	return token !== void 0 && isSequence(token) ? [...token] : [];
}
/**
* @param file how messages name the file
* @param token what is wrong, or stands beside what is missing
* @param message what is wrong and what would be right
* @returns a problem at the place of the token
*/
function problemAt(file, token, message) {
	return {
		where: file,
		...token?.line === void 0 ? {} : { line: token.line },
		...token?.col === void 0 ? {} : { column: token.col },
		message
	};
}

// node_modules/@actions/workflow-parser/dist/model/converter/if-condition.js
/**
* Ensures a condition expression contains a status function call.
* If the condition doesn't contain success(), failure(), cancelled(), or always(),
* wraps it in `success() && (condition)`.
*
* Parses the expression to accurately detect status functions, avoiding false positives
* from string literals or property access. If parsing fails (e.g., partially typed expression),
* returns the original condition unchanged to allow validation to report the actual error.
*
* @param condition The condition expression to check
* @param definitionInfo Schema definition containing allowed contexts for parsing
* @returns The condition with status function guaranteed, or original on parse error
*/
function ensureStatusFunction(condition, definitionInfo) {
	const allowedContext = definitionInfo?.allowedContext || [];
	try {
		const { namedContexts, functions } = splitAllowedContext(allowedContext);
		const result = new Lexer(condition).lex();
		if (walkTreeToFindStatusFunctionCalls(new Parser(result.tokens, namedContexts, functions).parse())) return condition;
		return `success() && (${condition})`;
	} catch {
		return condition;
	}
}
/**
* Converts an if condition token to a BasicExpressionToken.
* Treats the value as a string and parses it as an expression.
* Wraps the condition in success() && (...) if it doesn't already contain a status function.
* This allows both 'if: success()' and 'if: ${{ success() }}' to work correctly.
*
* Reads the allowed context directly from the schema definition attached to the token,
* ensuring consistency with the schema.
*
* @param context The template context for error reporting
* @param token The token containing the if condition
* @returns A BasicExpressionToken with the processed condition, or undefined on error
*/
function convertToIfCondition(context, token) {
	const scalar = token.assertScalar("if condition");
	const allowedContext = token.definitionInfo?.allowedContext || [];
	let condition;
	let source;
	if (scalar instanceof BasicExpressionToken) {
		condition = scalar.expression;
		source = scalar.source;
	} else {
		const stringToken = scalar.assertString("if condition");
		condition = stringToken.value.trim();
		source = stringToken.source;
	}
	let finalCondition;
	if (!condition) finalCondition = "success()";
	else finalCondition = ensureStatusFunction(condition, token.definitionInfo);
	try {
		ExpressionToken.validateExpression(finalCondition, allowedContext);
	} catch (err) {
		context.error(token, err);
		return;
	}
	return new BasicExpressionToken(token.file, token.range, finalCondition, token.definitionInfo, void 0, source);
}
/**
* Walks an expression AST to find status function calls (success, failure, cancelled, always).
* Recursively checks all nodes including function arguments and logical/binary operations.
*/
function walkTreeToFindStatusFunctionCalls(tree) {
	if (!tree) return false;
	if (tree instanceof FunctionCall) {
		const funcName = tree.functionName.lexeme.toLowerCase();
		if (funcName === "success" || funcName === "failure" || funcName === "cancelled" || funcName === "always") return true;
		return tree.args.some((arg) => walkTreeToFindStatusFunctionCalls(arg));
	}
	if (tree instanceof Binary) return walkTreeToFindStatusFunctionCalls(tree.left) || walkTreeToFindStatusFunctionCalls(tree.right);
	if (tree instanceof Unary) return walkTreeToFindStatusFunctionCalls(tree.expr);
	if (tree instanceof Logical) return tree.args.some((arg) => walkTreeToFindStatusFunctionCalls(arg));
	if (tree instanceof Grouping) return walkTreeToFindStatusFunctionCalls(tree.group);
	if (tree instanceof IndexAccess) return walkTreeToFindStatusFunctionCalls(tree.expr) || walkTreeToFindStatusFunctionCalls(tree.index);
	return false;
}

// src/core/workflow/condition.ts
/**
* The expression of an `if`. Without a status function it is `success() && (…)`
* (actions/languageservices workflow-parser/src/model/converter/if-condition.ts).
*
* @param token value of an `if` key; undefined when absent
* @returns an expression
*/
function conditionOf(token) {
	if (token === void 0) return "success()";
	const text = (isBasicExpression(token) ? token.expression : token.toString()).trim();
	return text === "" ? "success()" : ensureStatusFunction(text, token.definitionInfo);
}
function statusFunction(name, holds) {
	return {
		name,
		minArgs: 0,
		maxArgs: 255,
		call: (...args) => new BooleanData(holds(args.map((arg) => arg.coerceString().toLowerCase())))
	};
}
/**
* Status functions of a job's `if`. They look at the whole chain of needs, not at direct ones alone
* (docs.github.com, Expressions, Status check functions: "any ancestor job"; Workflow syntax, `needs`: a skip or a
* failure applies to all jobs of the dependency chain).
*
* @param ancestors results of all jobs that this one needs, near and far, by job id
* @param isCancelled whether the run was cancelled
*/
function jobStatusFunctions(ancestors, isCancelled) {
	const chosen = (ids) => [...ancestors].filter(([id]) => ids.length === 0 || ids.includes(id.toLowerCase())).map(([, result]) => result);
	return [
		statusFunction("always", () => true),
		statusFunction("cancelled", () => isCancelled),
		statusFunction("failure", (ids) => chosen(ids).includes("failure")),
		statusFunction("success", (ids) => !isCancelled && chosen(ids).every((result) => result === "success"))
	];
}
/**
* Status functions of a step's `if`. They look at the job so far; inside a composite action `success()` and `failure()`
* look at the action so far (actions/runner src/Runner.Worker/Expressions/{Success,Failure,Cancelled}Function.cs).
*
* @param job status of the job
* @param action status of the enclosing composite action's main steps; undefined elsewhere
*/
function stepStatusFunctions(job, action) {
	const near = action ?? job;
	return [
		statusFunction("always", () => true),
		statusFunction("cancelled", () => job === "cancelled"),
		statusFunction("failure", () => near === "failure"),
		statusFunction("success", () => near === "success")
	];
}

// src/core/workflow/steps.ts
/**
* Reads a list of steps. Steps without an id get a made one that begins with `__`: it names the step in
* `GITHUB_ACTION` and stays out of the `steps` context (actions/runner src/Sdk/WorkflowParser/Conversion/IdBuilder.cs;
* src/Runner.Worker/ExecutionContext.cs, UpdateGlobalStepsContext).
*
* @param token value of a `steps` key
*/
function readSteps(token) {
	if (token === void 0 || !isSequence(token)) return [];
	const used = /* @__PURE__ */ new Map();
	return [...token].map((step) => readStep(step, used)).filter((step) => step !== void 0);
}
function readStep(step, used) {
	const run = childOf(step, "run");
	const uses = childOf(step, "uses");
	const shared = {
		token: step,
		name: childOf(step, "name"),
		condition: conditionOf(childOf(step, "if")),
		env: childOf(step, "env"),
		continueOnError: childOf(step, "continue-on-error"),
		timeoutMinutes: childOf(step, "timeout-minutes")
	};
	const given = childOf(step, "id")?.toString();
	if (run !== void 0) {
		const id = given ?? madeId("run", used);
		const [shell, workingDirectory] = [childOf(step, "shell"), childOf(step, "working-directory")];
		return {
			...shared,
			id,
			work: {
				kind: "run",
				script: run,
				shell,
				workingDirectory
			}
		};
	}
	if (uses === void 0) return void 0;
	const text = uses.toString();
	const id = given ?? madeId(text.startsWith(".") || text.startsWith("$") ? "self" : text.replace(/@.*$/, ""), used);
	return {
		...shared,
		id,
		work: {
			kind: "uses",
			uses: text,
			token: uses,
			with: childOf(step, "with")
		}
	};
}
function madeId(base, used) {
	const id = `__${base.replace(/[^A-Za-z0-9_-]+/g, "_")}`;
	const count = (used.get(id) ?? 0) + 1;
	used.set(id, count);
	return count === 1 ? id : `${id}_${count}`;
}

// src/core/workflow/action-file.ts
/**
* Reads an `action.yml` (actions/runner src/Runner.Worker/ActionManifestManager.cs).
*
* @param label how messages name the file
* @param text YAML
*/
function parseActionFile(label, text) {
	const { root, problems } = readActionDocument(label, text);
	if (root === void 0 || problems.length > 0) return {
		kind: "invalid",
		problems
	};
	const runs = readRuns(label, root);
	if ("problems" in runs) return {
		kind: "invalid",
		problems: runs.problems
	};
	return {
		kind: "action",
		action: {
			label,
			name: childOf(root, "name")?.toString() ?? "",
			inputs: entriesOf$1(childOf(root, "inputs")).map(({ key, value }) => ({
				name: key,
				default: childOf(value, "default"),
				deprecated: childOf(value, "deprecationMessage")?.toString()
			})),
			runs
		}
	};
}
function conditionText(token) {
	if (token === void 0) return "always()";
	return isBasicExpression(token) ? token.expression : token.toString();
}
function readRuns(label, root) {
	const runs = childOf(root, "runs");
	const using = childOf(runs, "using")?.toString().toLowerCase() ?? "";
	const wrong = (at, message) => ({ problems: [problemAt(label, at ?? root, message)] });
	if (using === "docker") return wrong(childOf(runs, "using"), "turnpike run does not do Docker actions; run this job on GitHub.");
	if (using === "composite") {
		const outputs = entriesOf$1(childOf(root, "outputs")).map(({ key, value }) => ({
			name: key,
			value: childOf(value, "value")
		}));
		return {
			kind: "composite",
			steps: readSteps(childOf(runs, "steps")),
			outputs
		};
	}
	if (!/^node\d+$/.test(using)) return wrong(childOf(runs, "using") ?? runs, `runs.using "${using}" is not known; use node24 or composite.`);
	const main = childOf(runs, "main")?.toString() ?? "";
	if (main === "") return wrong(runs, "runs.main is missing: the script to start.");
	return {
		kind: "javascript",
		using,
		main,
		pre: childOf(runs, "pre")?.toString(),
		preIf: conditionText(childOf(runs, "pre-if")),
		post: childOf(runs, "post")?.toString(),
		postIf: conditionText(childOf(runs, "post-if"))
	};
}

// src/core/workflow/annotations.ts
/** Of each level and step (actions/runner src/Runner.Worker/ExecutionContext.cs, _maxCountPerIssueType). */
const ANNOTATIONS_PER_LEVEL = 10;
/** Characters (ExecutionContext.cs, _maxIssueMessageLength). */
const MESSAGE_LIMIT = 4096;
function wholeNumber(text) {
	return text !== void 0 && /^\s*\d+\s*$/.test(text) ? Number(text) : void 0;
}
/**
* @param level which command it was
* @param command its properties; `endline` stands in for a missing `line`, `endcolumn` for a missing `col`
*   (src/Runner.Worker/ActionCommandManager.cs, ValidateLinesAndColumns)
* @param workspace absolute folder that `file` is made relative to
*/
function toAnnotation(level, command, workspace) {
	const { title, file, line, endline, col, endcolumn } = command.properties;
	const row = wholeNumber(line) ?? wholeNumber(endline);
	const column = row === void 0 ? void 0 : wholeNumber(col) ?? wholeNumber(endcolumn);
	return {
		level,
		message: command.data.slice(0, MESSAGE_LIMIT),
		...title === void 0 ? {} : { title },
		...file === void 0 ? {} : { file: relativeTo(workspace, file) },
		...row === void 0 ? {} : { line: row },
		...column === void 0 ? {} : { column }
	};
}
function relativeTo(folder, file) {
	return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
/** Counts annotations of one step. */
var AnnotationCounter = class {
	#counts = /* @__PURE__ */ new Map();
	/** @returns true while the step may still show one of this level; later ones stay in the log */
	take(level) {
		const count = (this.#counts.get(level) ?? 0) + 1;
		this.#counts.set(level, count);
		return count <= 10;
	}
};

// src/core/workflow/cache-mode.ts
/** What a job may do with the cache: `cache-mode` of a workflow or a job. */
const CACHE_MODES = [
	"write",
	"read",
	"write-only",
	"none"
];
/**
* What GitHub allows where no `cache-mode` is written. Reading alone is the default of events that outsiders can cause and
* that see the default branch's entries (`pull_request_target`, `issue_comment`, `workflow_run` …); none of these is made
* here. A pull request writes to a scope of its own, also one from a fork (docs.github.com, Dependency caching reference,
* "Cache access for low-trust events").
*/
const DEFAULTS = {
	push: "write",
	pull_request: "write",
	merge_group: "write",
	workflow_dispatch: "write",
	release: "write",
	schedule: "write"
};
/**
* @param event the event of a run
* @returns what its jobs may do with the cache
*/
function defaultCacheMode(event) {
	return DEFAULTS[event];
}

// src/core/workflow/expression-data.ts
/**
* The `env` context: names are case-sensitive where the system's are (actions/runner
* src/Runner.Worker/StepsRunner.cs, CaseSensitiveDictionaryContextData).
*/
var EnvironmentDictionary = class extends Dictionary {
	#variables = /* @__PURE__ */ new Map();
	add(key, value) {
		this.#variables?.set(key, value);
	}
	get(key) {
		return this.#variables.get(key);
	}
	values() {
		return [...this.#variables.values()];
	}
	pairs() {
		return [...this.#variables].map(([key, value]) => ({
			key,
			value
		}));
	}
};
/**
* @param value a JSON value; undefined is null
* @returns the same for expressions
*/
function toValue(value) {
	if (value === null || value === void 0) return new Null();
	if (typeof value === "string") return new StringData(value);
	if (typeof value === "number") return new NumberData(value);
	if (typeof value === "boolean") return new BooleanData(value);
	if (isList(value)) return new Array$1(...value.map(toValue));
	return new Dictionary(...Object.entries(value).map(([key, inner]) => ({
		key,
		value: toValue(inner)
	})));
}
function isList(value) {
	return Array.isArray(value);
}
/**
* @param variables environment variables
* @returns the `env` context
*/
function toEnvironment(variables) {
	const dictionary = new EnvironmentDictionary();
	for (const [name, value] of Object.entries(variables)) dictionary.add(name, new StringData(value));
	return dictionary;
}
/**
* @param value a value of an expression
* @returns the same as JSON
*/
function fromValue(value) {
	switch (value.kind) {
		case Kind.Null: return null;
		case Kind.Boolean:
		case Kind.Number:
		case Kind.String: return value.value;
		case Kind.Array: return value.values().map(fromValue);
		default: return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromValue(pair.value)]));
	}
}

// src/core/workflow/evaluate.ts
/** All contexts there are (docs.github.com, Contexts reference); which one may stand where, the schema says. */
const CONTEXTS = [
	"github",
	"env",
	"vars",
	"job",
	"jobs",
	"steps",
	"runner",
	"secrets",
	"strategy",
	"matrix",
	"needs",
	"inputs"
];
/** The library's lexer takes the first doubled quote of a text alone for an escaped one; all of them are. */
function tokensOf(expression) {
	return new Lexer(expression).lex().tokens.map((token) => token.type === TokenType.STRING ? {
		...token,
		value: token.lexeme.slice(1, -1).replaceAll("''", "'")
	} : token);
}
const parsed = /* @__PURE__ */ new Map();
function parse(expression, scope) {
	const key = `${scope.functions.map((one) => one.name).join(",")}\n${expression}`;
	const known = parsed.get(key);
	if (known !== void 0) return known;
	const tree = new Parser(tokensOf(expression), CONTEXTS, [...scope.functions]).parse();
	parsed.set(key, tree);
	return tree;
}
/**
* @param expression the text between `${{` and `}}`
* @param scope contexts and functions
* @returns its value
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when it cannot be read or computed
*/
function evaluateExpression(expression, scope) {
	const nothing = new Null();
	const contexts = new Dictionary(...CONTEXTS.map((key) => ({
		key,
		value: scope.contexts[key] ?? nothing
	})));
	try {
		const functions = new Map(scope.functions.map((one) => [one.name.toLowerCase(), one]));
		return new Evaluator(parse(expression, scope), contexts, functions).evaluate();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		if (cause instanceof TurnpikeError) throw cause;
		throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `The expression \`${expression}\` could not be evaluated: ${reason}`, { cause });
	}
}
/**
* @param template a node, with expressions anywhere in it
* @param scope contexts and functions
* @returns its value; undefined is null
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function evaluate(template, scope) {
	if (template === void 0) return new Null();
	if (isBasicExpression(template)) return evaluateExpression(template.expression, scope);
	if (isString(template)) return new StringData(template.value);
	if (isBoolean(template)) return new BooleanData(template.value);
	if (isNumber(template)) return new NumberData(template.value);
	if (isSequence(template)) return new Array$1(...[...template].map((item) => evaluate(item, scope)));
	if (isMapping(template)) return new Dictionary(...entriesOf$1(template).map(({ key, value }) => ({
		key,
		value: evaluate(value, scope)
	})));
	return new Null();
}
/** @returns the node's value as text, as GitHub writes it into an input or a variable */
function evaluateText(template, scope) {
	return textOf(evaluate(template, scope));
}
/** @returns the value as text; null is empty, a list or a map is `Array` or `Object` */
function textOf(value) {
	return value.coerceString();
}
/** @returns whether a condition holds, by GitHub's truthiness */
function isTrue$1(expression, scope) {
	return truthy(evaluateExpression(expression, scope));
}
/** @returns variables or inputs of a mapping, in order; names as they are written */
function evaluateMap(template, scope) {
	if (template === void 0) return {};
	if (isMapping(template)) return Object.fromEntries(entriesOf$1(template).map(({ key, value }) => [key, evaluateText(value, scope)]));
	const value = evaluate(template, scope);
	if (value.kind !== Kind.Dictionary) return {};
	return Object.fromEntries(value.pairs().map((pair) => [pair.key, textOf(pair.value)]));
}
/**
* @param template a boolean, or an expression that gives one
* @param fallback when the key is absent
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no boolean
*/
function evaluateFlag(template, scope, fallback) {
	if (template === void 0) return fallback;
	const value = evaluate(template, scope);
	if (value.kind === Kind.Boolean) return value.value;
	if (value.kind === Kind.String && /^(true|false)$/.test(value.value)) return value.value === "true";
	throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `"${textOf(value)}" is not a boolean; it must be true or false.`);
}
/**
* @param template a number, or an expression that gives one
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no number
*/
function evaluateNumber(template, scope) {
	if (template === void 0) return void 0;
	const value = evaluate(template, scope);
	const number = value.number();
	if (Number.isFinite(number) && textOf(value) !== "") return number;
	throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `"${textOf(value)}" is not a number.`);
}

// src/core/workflow/call.ts
/** Value that an input has when nothing is given: false, 0 or an empty text (docs.github.com, Workflow syntax, `on.workflow_call.inputs.<id>.default`). */
function emptyOf(type) {
	if (type === "boolean") return new BooleanData(false);
	return type === "number" ? new NumberData(0) : new StringData("");
}
/** A value as the input's type wants it, or undefined. Texts are not converted: `"true"` is no boolean. */
function asType(type, value) {
	if (type === "boolean") return value.kind === Kind.Boolean ? value : void 0;
	if (type === "number") return value.kind === Kind.Number ? value : void 0;
	if (value.kind === Kind.Array || value.kind === Kind.Dictionary) return void 0;
	return new StringData(textOf(value));
}
/**
* Evaluates what a caller passes and checks it against the declared types.
*
* @param label the caller's file
* @param call the calling job
* @param to what the called workflow declares, and the scopes of caller and called workflow
*/
function callInputs(label, call, to) {
	const given = new Map(entriesOf$1(call.with).map((entry) => [entry.key.toLowerCase(), entry]));
	const problems = [];
	const value = new Dictionary();
	for (const input of to.takes.inputs) {
		const entry = given.get(input.name.toLowerCase());
		const found = entry === void 0 ? evaluateDefault(input, to.called) : asType(input.type, evaluate(entry.value, to.caller));
		if (found === void 0) {
			const message = `Input \`${input.name}\` of ${call.uses} must be a ${input.type}.`;
			problems.push(problemAt(label, entry?.value ?? call.token, message));
		}
		value.add(input.name, found ?? emptyOf(input.type));
	}
	return problems.length > 0 ? {
		kind: "wrong",
		problems
	} : {
		kind: "inputs",
		value
	};
}
function evaluateDefault(input, scope) {
	return input.default === void 0 ? emptyOf(input.type) : asType(input.type, evaluate(input.default, scope));
}
/**
* What can be said of a call before anything runs: inputs and secrets that do not exist, and required ones that are
* missing (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow).
*
* @param label the caller's file
* @param call the calling job
* @param takes what the called workflow declares
*/
function checkCall(label, call, takes) {
	const inputs = {
		kind: "Input",
		entries: entriesOf$1(call.with),
		known: takes.inputs
	};
	const inherits = call.secrets?.isScalar === true;
	const secrets = {
		kind: "Secret",
		entries: entriesOf$1(call.secrets),
		known: takes.secrets
	};
	return [inputs, ...inherits ? [] : [secrets]].flatMap(({ kind, entries, known }) => {
		const names = new Set(known.map(({ name }) => name.toLowerCase()));
		const given = new Set(entries.map(({ key }) => key.toLowerCase()));
		const advice = (key) => {
			const all = known.map(({ name }) => name);
			const nearest = nearestName(key, all);
			return nearest === void 0 ? `it has: ${all.join(", ") || "none"}.` : `did you mean \`${nearest}\`?`;
		};
		const unknown = entries.filter(({ key }) => !names.has(key.toLowerCase())).map((entry) => problemAt(label, entry.keyToken, `${kind} \`${entry.key}\` is not one of ${call.uses}; ${advice(entry.key)}`));
		const missing = known.filter((one) => one.required && !hasDefault(one) && !given.has(one.name.toLowerCase())).map(({ name }) => problemAt(label, call.token, `${kind} \`${name}\` is required by ${call.uses} and is missing.`));
		return [...unknown, ...missing];
	});
}
function hasDefault(one) {
	return "default" in one && one.default !== void 0;
}

// src/core/workflow/call-interface.ts
function isRequired(token) {
	return childOf(token, "required")?.toString() === "true";
}
function readInputs(token) {
	return entriesOf$1(token).map(({ key, value }) => {
		const options = childOf(value, "options");
		return {
			name: key,
			type: typeOf(childOf(value, "type")?.toString()),
			required: isRequired(value),
			default: childOf(value, "default"),
			options: options !== void 0 && isSequence(options) ? [...options].map((one) => one.toString()) : []
		};
	});
}
function typeOf(text) {
	return text === "boolean" || text === "number" || text === "choice" || text === "environment" ? text : "string";
}
/**
* @param on value of a workflow's `on` key
* @returns its `workflow_call`; undefined when it cannot be called
*/
function readCallInterface(on) {
	if (on === void 0 || !listensToCall(on)) return void 0;
	const call = childOf(on, "workflow_call");
	return {
		inputs: readInputs(childOf(call, "inputs")),
		secrets: entriesOf$1(childOf(call, "secrets")).map(({ key, value }) => ({
			name: key,
			required: isRequired(value)
		})),
		outputs: entriesOf$1(childOf(call, "outputs")).map(({ key, value }) => ({
			name: key,
			value: childOf(value, "value")
		}))
	};
}
function listensToCall(on) {
	if (isSequence(on)) return [...on].some((token) => token.toString() === "workflow_call");
	return on.isScalar ? on.toString() === "workflow_call" : childOf(on, "workflow_call") !== void 0;
}
/**
* @param on value of a workflow's `on` key
* @returns inputs of `workflow_dispatch`
*/
function readDispatchInputs(on) {
	return readInputs(childOf(childOf(on, "workflow_dispatch"), "inputs"));
}

// src/core/workflow/run-facts.ts
/** Events that a run can be of. */
const EVENTS = [
	"push",
	"pull_request",
	"merge_group",
	"workflow_dispatch",
	"release",
	"schedule"
];
/** Address of GitHub. Clients look at its host name, so it stays the real one. */
const SERVER_URL = "https://github.com";
/** `owner/name/path@ref` of the workflow that the event started. */
function workflowRef(facts) {
	return `${facts.repository}/${facts.workflowPath}@${facts.ref}`;
}
/** @returns `refs/heads/main` without the prefix; `1/merge` for a pull request */
function refName(ref) {
	return ref.replace(/^refs\/(heads|tags|pull)\//, "");
}
/** @returns whether a ref is a tag; everything else counts as a branch, as on GitHub */
function refType(ref) {
	return ref.startsWith("refs/tags/") ? "tag" : "branch";
}
/** @returns the part before the slash */
function ownerOf(repository) {
	return repository.split("/")[0] ?? "";
}

// src/core/workflow/claims.ts
/**
* Claims of a job's OIDC token (docs.github.com, OpenID Connect reference, "Understanding the OIDC token"). Issuer,
* audience and times are the issuer's to add.
*
* @param facts the run
* @param workflow the file that the job stands in
* @param environment name of the job's environment; empty when there is none
*/
function oidcClaims(facts, workflow, environment) {
	return {
		sub: subject(facts, environment),
		repository: facts.repository,
		repository_id: facts.repositoryId,
		repository_owner: ownerOf(facts.repository),
		repository_owner_id: facts.ownerId,
		repository_visibility: facts.visibility,
		ref: facts.ref,
		ref_type: refType(facts.ref),
		ref_protected: "false",
		sha: facts.sha,
		head_ref: facts.headRef,
		base_ref: facts.baseRef,
		event_name: facts.event,
		actor: facts.actor,
		actor_id: facts.ownerId,
		workflow: facts.workflow,
		workflow_ref: workflowRef(facts),
		workflow_sha: facts.sha,
		job_workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
		job_workflow_sha: workflow.sha,
		run_id: facts.runId,
		run_number: facts.runNumber,
		run_attempt: facts.runAttempt,
		runner_environment: "self-hosted",
		...environment === "" ? {} : { environment }
	};
}
/** The default subject: environment, else pull request, else ref. */
function subject(facts, environment) {
	const prefix = `repo:${facts.repository}`;
	if (environment !== "") return `${prefix}:environment:${environment}`;
	return facts.event === "pull_request" ? `${prefix}:pull_request` : `${prefix}:ref:${facts.ref}`;
}

// src/core/workflow/commands.ts
/** Commands of the runner (actions/runner src/Runner.Worker/ActionCommandManager.cs). */
const COMMANDS = [
	"stop-commands",
	"set-env",
	"set-output",
	"save-state",
	"add-mask",
	"add-path",
	"add-matcher",
	"remove-matcher",
	"debug",
	"warning",
	"error",
	"notice",
	"group",
	"endgroup",
	"echo"
];
/** `%25` comes last, so that `%250A` is `%0A` and no line break (src/Runner.Common/ActionCommand.cs). */
function unescapeText(text, further) {
	let plain = text;
	for (const [escaped, meant] of [
		["%0D", "\r"],
		["%0A", "\n"],
		...further,
		["%25", "%"]
	]) plain = plain.replaceAll(escaped, meant);
	return plain;
}
const IN_PROPERTY = [["%3A", ":"], ["%2C", ","]];
const IN_OLD_SYNTAX = [["%3B", ";"], ["%5D", "]"]];
function readProperties(text, separator, unescapeValue) {
	const properties = {};
	for (const part of text.split(separator)) {
		const at = part.indexOf("=");
		if (at > 0 && at < part.length - 1) properties[part.slice(0, at).toLowerCase()] = unescapeValue(part.slice(at + 1));
	}
	return properties;
}
/** `::name key=value,…::data` at the beginning of a line, blanks allowed before it (ActionCommand.cs, TryParseV2). */
function parseNew(line, known) {
	const text = line.trimStart();
	if (!text.startsWith("::")) return void 0;
	const end = text.indexOf("::", 2);
	if (end < 0) return void 0;
	const info = text.slice(2, end);
	const blank = info.indexOf(" ");
	const name = blank < 0 ? info : info.slice(0, blank);
	if (!known.has(name)) return void 0;
	return {
		name,
		properties: readProperties(blank > 0 ? info.slice(blank + 1).trim() : "", ",", (value) => unescapeText(value, IN_PROPERTY)),
		data: unescapeText(text.slice(end + 2), [])
	};
}
/** `##[name key=value;…]data` anywhere in a line (ActionCommand.cs, TryParse). */
function parseOld(line, known) {
	const start = line.indexOf("##[");
	const end = start < 0 ? -1 : line.indexOf("]", start);
	if (end < 0) return void 0;
	const info = line.slice(start + 3, end);
	const blank = info.indexOf(" ");
	const name = blank < 0 ? info : info.slice(0, blank);
	if (!known.has(name)) return void 0;
	return {
		name,
		properties: readProperties(blank > 0 ? info.slice(blank + 1) : "", ";", (value) => unescapeText(value, IN_OLD_SYNTAX)),
		data: unescapeText(line.slice(end + 1), IN_OLD_SYNTAX)
	};
}
/**
* Reads a line of a step's output in both syntaxes.
*
* @param line without its line break
* @param known names that are commands now: the runner's, and the token that ends `stop-commands`
* @returns the command, or undefined when the line is plain output
*/
function parseCommand(line, known) {
	return parseNew(line, known) ?? parseOld(line, known);
}
/**
* @param token data of a `stop-commands`
* @returns true when it may not end the stop: empty, or the name of a command (ActionCommandManager.cs, ValidateStopToken)
*/
function isBadStopToken(token) {
	return token === "" || token.toLowerCase() === "pause-logging" || COMMANDS.some((name) => name === token);
}

// src/core/workflow/environment-files.ts
/** Lines end with CRLF, LF or a lone CR (actions/runner src/Runner.Worker/FileCommandManager.cs, ReadLine). */
function lineAt(text, from) {
	if (from >= text.length) return void 0;
	const match = /\r\n|\n|\r/.exec(text.slice(from));
	if (match === null) return {
		text: text.slice(from),
		end: text.length,
		next: text.length
	};
	const end = from + match.index;
	return {
		text: text.slice(from, end),
		end,
		next: end + match[0].length
	};
}
/**
* Reads `NAME=value` and `NAME<<DELIMITER` … `DELIMITER`; which of the two marks comes first decides. Rules and messages
* are those of actions/runner src/Runner.Worker/FileCommandManager.cs, EnvFileKeyValuePairs.
*
* @param text content of a `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE` file
*/
function readAssignments(text) {
	const assignments = [];
	const stop = (fault) => ({
		assignments,
		fault
	});
	let line = lineAt(text, 0);
	while (line !== void 0) {
		const [equals, heredoc] = [line.text.indexOf("="), line.text.indexOf("<<")];
		if (line.text === "") line = lineAt(text, line.next);
		else if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
			assignments.push({
				name: line.text.slice(0, equals),
				value: line.text.slice(equals + 1)
			});
			line = lineAt(text, line.next);
		} else if (heredoc >= 0) {
			const [name, delimiter] = [line.text.slice(0, heredoc), line.text.slice(heredoc + 2)];
			if (name === "" || delimiter === "") return stop(`Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`);
			const start = line.next;
			let inner = lineAt(text, start);
			let end = start;
			while (inner !== void 0 && inner.text !== delimiter) {
				end = inner.end;
				inner = lineAt(text, inner.next);
			}
			if (inner === void 0) return stop(`Invalid value. Matching delimiter not found '${delimiter}'`);
			assignments.push({
				name,
				value: text.slice(start, end)
			});
			line = lineAt(text, inner.next);
		} else return stop(`Invalid format '${line.text}'`);
	}
	return {
		assignments,
		fault: void 0
	};
}
/** Variables that `GITHUB_ENV` must not set (FileCommandManager.cs, SetEnvFileCommand). */
function isBlockedVariable(name) {
	return name.toUpperCase() === "NODE_OPTIONS";
}
/**
* @param text content of a `GITHUB_PATH` file
* @returns folders, in the order written
*/
function readPaths(text) {
	return text.split(/\r\n|\n|\r/).filter((line) => line !== "");
}
/**
* @param paths folders in front of PATH, the last one first
* @param added folder to put in front
* @returns all, each once (FileCommandManager.cs, AddPathFileCommand)
*/
function prependPath(paths, added) {
	return [...paths.filter((path) => path !== added), added];
}
/** Most bytes of one step's summary (FileCommandManager.cs, CreateStepSummaryCommand). */
const SUMMARY_LIMIT_BYTES = 1048576;

// src/core/workflow/github-context.ts
/**
* The `github` context of a job (docs.github.com, Contexts reference).
*
* @param facts the run
* @param job the job
*/
function githubContext(facts, job) {
	return {
		token: job.token,
		job: job.job,
		ref: facts.ref,
		sha: facts.sha,
		repository: facts.repository,
		repository_owner: ownerOf(facts.repository),
		repository_owner_id: facts.ownerId,
		repositoryUrl: `git://github.com/${facts.repository}.git`,
		run_id: facts.runId,
		run_number: facts.runNumber,
		retention_days: "90",
		run_attempt: facts.runAttempt,
		repository_visibility: facts.visibility,
		repository_id: facts.repositoryId,
		actor_id: facts.ownerId,
		actor: facts.actor,
		triggering_actor: facts.actor,
		workflow: facts.workflow,
		head_ref: facts.headRef,
		base_ref: facts.baseRef,
		event_name: facts.event,
		event: facts.payload,
		event_path: job.eventPath,
		server_url: SERVER_URL,
		api_url: job.apiUrl,
		graphql_url: job.apiUrl.replace(/\/?$/, "/graphql"),
		ref_name: refName(facts.ref),
		ref_protected: false,
		ref_type: refType(facts.ref),
		secret_source: "Actions",
		workflow_ref: workflowRef(facts),
		workflow_sha: facts.sha,
		workspace: job.workspace
	};
}
/** Keys of the `github` context that become variables (actions/runner src/Runner.Worker/GitHubContext.cs). */
const EXPORTED = new Set("action_path action_ref action_repository action actor actor_id api_url artifacts artifacts_list base_ref env event_name event_path graphql_url head_ref job output path ref_name ref_protected ref_type ref repository repository_id repository_owner repository_owner_id retention_days run_attempt run_id run_number server_url sha state step_summary triggering_actor workflow workflow_ref workflow_sha workspace".split(" "));
/**
* @param github a `github` context
* @returns the `GITHUB_*` variables of a step
*/
function githubVariables(github) {
	const variables = {};
	for (const [key, value] of Object.entries(github)) {
		if (!EXPORTED.has(key)) continue;
		if (typeof value === "string" || typeof value === "boolean") variables[`GITHUB_${key.toUpperCase()}`] = String(value);
	}
	return variables;
}

// src/core/workflow/glob.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const WILDCARD = /[*?[]/;
/** Braces and extended patterns are plain text (actions/toolkit packages/glob/src/internal-pattern.ts). */
const OPTIONS = {
	dot: true,
	nobrace: true,
	noextglob: true,
	nonegate: true,
	posix: true
};
function unescaped(segment) {
	return segment.replace(/\\([*?[\]\\])/g, "$1");
}
function isLiteral(segment) {
	return !WILDCARD.test(segment.replace(/\\./g, ""));
}
function parsePattern(line, root) {
	const negated = line.startsWith("!");
	const text = negated ? line.slice(1).trim() : line;
	const segments = (text.startsWith("/") ? text : `${root}/${text}`).split("/").filter((segment) => segment !== "" && segment !== ".");
	const firstWild = segments.findIndex((segment) => !isLiteral(segment));
	const literal = (firstWild < 0 ? segments : segments.slice(0, firstWild)).map(unescaped);
	const glob = (0, import_picomatch.default)(`/${segments.join("/")}`, OPTIONS);
	const matchers = segments.map((segment) => segment === "**" ? void 0 : isLiteral(segment) ? unescaped(segment) : (0, import_picomatch.default)(segment, OPTIONS));
	const fits = (matcher, part) => typeof matcher === "string" ? matcher === part : matcher?.(part) ?? true;
	return {
		negated,
		searchPath: `/${literal.join("/")}`,
		matches: (path) => firstWild < 0 ? path === `/${literal.join("/")}` : glob(path),
		mayHold(folder) {
			const parts = folder.split("/").filter((part) => part !== "");
			for (const [index, part] of parts.entries()) {
				if (matchers[index] === void 0) return index < matchers.length;
				if (!fits(matchers[index], part)) return false;
			}
			return parts.length < matchers.length;
		}
	};
}
/**
* Reads patterns, one a line, with the rules of actions/toolkit packages/glob (src/internal-globber.ts,
* src/internal-pattern-helper.ts): lines with `#` are comments, `!` takes out again, and what a pattern names stands for
* all below it.
*
* @param text patterns
* @param root absolute folder that relative patterns start from
*/
function readGlobs(text, root) {
	const patterns = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).map((line) => parsePattern(line, root));
	const paths = [...new Set(patterns.filter(({ negated }) => !negated).map(({ searchPath }) => searchPath))];
	const isBelow = (path, other) => path.startsWith(other === "/" ? "/" : `${other}/`);
	const matchesWithParents = (pattern, path) => {
		for (let at = path;; at = at.slice(0, at.lastIndexOf("/"))) {
			if (at === "") return pattern.matches("/");
			if (pattern.matches(at)) return true;
		}
	};
	return {
		searchPaths: paths.filter((path) => !paths.some((other) => other !== path && isBelow(path, other))),
		includes(path) {
			let isIn = false;
			for (const pattern of patterns) if (pattern.negated === isIn && matchesWithParents(pattern, path)) isIn = !pattern.negated;
			return isIn;
		},
		mayHold: (folder) => patterns.some((pattern) => !pattern.negated && (pattern.mayHold(folder) || matchesWithParents(pattern, folder)))
	};
}

// src/core/workflow/masks.ts
function base64(shift) {
	return (value) => {
		const bytes = new TextEncoder().encode(value);
		const kept = bytes.length > shift ? bytes.slice(shift) : bytes;
		return btoa(String.fromCharCode(...kept));
	};
}
/** `Uri.EscapeDataString`: everything but unreserved characters of RFC 3986. */
function uri(value) {
	try {
		return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	} catch {
		return "";
	}
}
const XML = {
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;",
	"&": "&amp;"
};
/** Forms in which a secret shows up (actions/runner src/Runner.Common/HostContext.cs; src/Sdk/DTLogging/Logging/ValueEncoders.cs). */
const ENCODERS = [
	base64(0),
	base64(1),
	base64(2),
	(value) => value.replaceAll("\"", "\\\""),
	(value) => value.replaceAll("'", "''"),
	(value) => JSON.stringify(value).slice(1, -1),
	uri,
	(value) => value.replace(/[<>"'&]/g, (character) => XML[character] ?? character),
	(value) => value.length > 8 && value.startsWith("\"") && value.endsWith("\"") ? value.slice(1, -1) : "",
	(value) => ampersandPart(value, "before"),
	(value) => ampersandPart(value, "after")
];
/** PowerShell prints commands in parts around `&` (ValueEncoders.cs, PowerShellPreAmpersandEscape and …Post…). */
function ampersandPart(value, side) {
	const plus = value.indexOf("&+");
	const at = plus >= 0 ? plus + 2 : value.lastIndexOf("&") + 1;
	if (at === 0) return "";
	const part = side === "before" ? value.slice(0, at) : value.slice(plus >= 0 ? at + 1 : at);
	return part.length >= 6 ? part : "";
}
/** What stands where a secret stood. */
const MASK = "***";
/** Hides secrets in text. One for a whole run, as values move between jobs. */
var SecretMasker = class {
	#values = /* @__PURE__ */ new Set();
	#longest = [];
	/**
	* @param value a secret; an empty one is left out. Its encoded forms are hidden too
	*/
	add(value) {
		if (value === "" || this.#values.has(value)) return;
		this.#values.add(value);
		for (const encode of ENCODERS) {
			const encoded = encode(value);
			if (encoded !== "") this.#values.add(encoded);
		}
		this.#longest = [...this.#values].sort((a, b) => b.length - a.length);
	}
	/**
	* Adds a value and each of its lines, as `add-mask` does (ActionCommandManager.cs, AddMaskCommandExtension).
	*
	* @param value a secret, lines and all
	*/
	addLines(value) {
		this.add(value);
		for (const line of value.split(/[\r\n]+/)) this.add(line);
	}
	/**
	* @param text any text
	* @returns the text with every secret hidden; overlapping ones as one (src/Sdk/DTLogging/Logging/SecretMasker.cs)
	*/
	mask(text) {
		const found = [];
		for (const value of this.#longest) {
			if (value.length > text.length) continue;
			for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) found.push([at, at + value.length]);
		}
		if (found.length === 0) return text;
		found.sort((a, b) => a[0] - b[0]);
		let masked = "";
		let done = 0;
		let [start, end] = found[0] ?? [0, 0];
		for (const [from, to] of [...found.slice(1), [text.length + 1, text.length + 1]]) {
			if (from <= end) {
				end = Math.max(end, to);
				continue;
			}
			masked += text.slice(done, start) + "***";
			done = end;
			[start, end] = [from, to];
		}
		return masked + text.slice(done);
	}
};

// src/core/workflow/matrix.ts
/** Most legs of a matrix (docs.github.com, Workflow syntax, `jobs.<job_id>.strategy.matrix`). */
const MAX_LEGS = 256;
/**
* @param token value of a `strategy` key
* @param scope contexts of the job
* @returns what it says; no strategy is one leg without values
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function readStrategy(token, scope) {
	const matrix = childOf(token, "matrix");
	return {
		legs: matrix === void 0 ? void 0 : unfold(fromValue(evaluate(matrix, scope))),
		failFast: evaluateFlag(childOf(token, "fail-fast"), scope, true),
		maxParallel: evaluateNumber(childOf(token, "max-parallel"), scope)
	};
}
function fault(message) {
	return new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
}
function isRow(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function rowsOf(value, name) {
	if (value === void 0 || value === null) return [];
	if (!Array.isArray(value)) throw fault(`strategy.matrix.${name} must be a list of maps.`);
	return value.map((row) => {
		if (!isRow(row) || Object.keys(row).length === 0) throw fault(`strategy.matrix.${name} must hold maps with values.`);
		return { ...row };
	});
}
/**
* The cross product less `exclude` and plus `include` (actions/runner
* src/Sdk/WorkflowParser/Conversion/MatrixBuilder.cs). An include adds its further keys to every leg whose vectors it
* matches, without replacing a value of theirs; one that matches none is a leg of its own.
*/
function unfold(matrix) {
	if (!isRow(matrix)) throw fault("strategy.matrix must be a map.");
	const vectors = Object.entries(matrix).filter(([key]) => key !== "include" && key !== "exclude");
	for (const [key, value] of vectors) if (!Array.isArray(value) || value.length === 0) throw fault(`Matrix vector '${key}' does not contain any values.`);
	const names = new Set(vectors.map(([key]) => key));
	const excludes = rowsOf(matrix["exclude"], "exclude");
	for (const key of excludes.flatMap(Object.keys)) if (!names.has(key)) throw fault(`Matrix exclude key '${key}' does not match any key within the matrix.`);
	const includes = rowsOf(matrix["include"], "include").map((row) => split(row, names));
	const used = /* @__PURE__ */ new Set();
	const legs = cross(vectors).filter((row) => !excludes.some((filter) => matches$1(filter, row))).map((row) => {
		const extra = {};
		for (const include of includes.filter((one) => matches$1(one.filter, row))) {
			used.add(include);
			Object.assign(extra, include.extra);
		}
		return {
			values: {
				...row,
				...extra
			},
			label: labelOf(row)
		};
	});
	const own = includes.filter((include) => !used.has(include)).map(({ filter, extra }) => ({
		...filter,
		...extra
	}));
	const all = [...legs, ...own.map((values) => ({
		values,
		label: labelOf(values)
	}))];
	if (all.length > 256) throw fault(`The matrix has ${all.length} legs; GitHub allows ${256}.`);
	return all;
}
function split(row, names) {
	const entries = Object.entries(row);
	return {
		filter: Object.fromEntries(entries.filter(([key]) => names.has(key))),
		extra: Object.fromEntries(entries.filter(([key]) => !names.has(key)))
	};
}
function cross(vectors) {
	if (vectors.length === 0) return [];
	return vectors.reduce((rows, [name, values]) => rows.flatMap((row) => (Array.isArray(values) ? values : []).map((value) => ({
		...row,
		[name]: value
	}))), [{}]);
}
/** Every leaf of the filter equals the row's, by GitHub's loose equality (MatrixBuilder.cs, MatrixFilter). */
function matches$1(filter, value) {
	if (Array.isArray(filter)) return filter.every((inner, index) => matches$1(inner, Array.isArray(value) ? value[index] : void 0));
	if (isRow(filter)) return Object.entries(filter).every(([key, inner]) => matches$1(inner, isRow(value) ? value[key] : void 0));
	return equals(toValue(filter), toValue(value));
}
/** Leaves of the vectors, maps and lists unfolded, as the job's name shows them (MatrixBuilder.cs, CreateConfiguration). */
function labelOf(row) {
	const leaves = (value) => {
		if (value === null) return [];
		if (typeof value === "object") return Object.values(value).flatMap(leaves);
		return [String(value)];
	};
	return leaves(row).filter((leaf) => leaf !== "").join(", ");
}
/** Longest name of a job (JobNameBuilder.cs). */
const MAX_NAME = 100;
/**
* @param name the job's id, or its name when no expression stands in it
* @param label the leg's label; empty when there is no matrix
* @returns `test (3.12, ubuntu)`
*/
function legName(name, label) {
	const full = label === "" ? name : `${name} (${label})`;
	return full.length > MAX_NAME ? `${full.slice(0, 97)}...` : full;
}

// src/core/workflow/payload.ts
function repositoryOf(facts) {
	const [owner, name = ""] = [ownerOf(facts.repository), facts.repository.split("/")[1]];
	return {
		id: Number(facts.repositoryId),
		name,
		full_name: facts.repository,
		private: facts.visibility !== "public",
		visibility: facts.visibility,
		default_branch: facts.defaultBranch,
		html_url: `${SERVER_URL}/${facts.repository}`,
		clone_url: `${SERVER_URL}/${facts.repository}.git`,
		fork: false,
		owner: {
			login: owner,
			id: Number(facts.ownerId),
			type: "Organization"
		}
	};
}
function commitOf$1(facts) {
	return {
		id: facts.sha,
		message: facts.commit.message,
		timestamp: facts.commit.timestamp,
		url: `${SERVER_URL}/${facts.repository}/commit/${facts.sha}`,
		author: { name: facts.commit.author },
		committer: { name: facts.commit.author },
		distinct: true
	};
}
/**
* A payload with the fields that workflows read (docs.github.com, Webhook events and payloads). For more, a payload of
* one's own can be given.
*
* @param event the event
* @param facts what it is about
*/
function eventPayload(event, facts) {
	const shared = {
		repository: repositoryOf(facts),
		sender: {
			login: facts.actor,
			id: Number(facts.ownerId),
			type: "User"
		}
	};
	switch (event) {
		case "push": return {
			...shared,
			ref: facts.ref,
			before: facts.before,
			after: facts.sha,
			created: /^0+$/.test(facts.before),
			deleted: false,
			forced: false,
			base_ref: null,
			compare: `${SERVER_URL}/${facts.repository}/compare/${facts.before.slice(0, 12)}...${facts.sha.slice(0, 12)}`,
			commits: facts.ref.startsWith("refs/tags/") ? [] : [commitOf$1(facts)],
			head_commit: commitOf$1(facts),
			pusher: { name: facts.actor }
		};
		case "pull_request": return {
			...shared,
			action: "synchronize",
			number: 1,
			pull_request: pullRequest(facts)
		};
		case "merge_group": return {
			...shared,
			action: "checks_requested",
			merge_group: {
				head_sha: facts.sha,
				head_ref: facts.ref,
				base_sha: facts.baseSha,
				base_ref: `refs/heads/${facts.baseRef === "" ? facts.defaultBranch : facts.baseRef}`,
				head_commit: commitOf$1(facts)
			}
		};
		case "workflow_dispatch": return {
			...shared,
			ref: facts.ref,
			inputs: facts.inputs,
			workflow: facts.workflowPath
		};
		case "release": return {
			...shared,
			action: "published",
			release: {
				id: 1,
				tag_name: refName(facts.ref),
				name: refName(facts.ref),
				target_commitish: facts.defaultBranch,
				draft: false,
				prerelease: false,
				created_at: facts.commit.timestamp,
				published_at: facts.commit.timestamp,
				html_url: `${SERVER_URL}/${facts.repository}/releases/tag/${refName(facts.ref)}`,
				assets: []
			}
		};
		case "schedule": return {
			...shared,
			schedule: facts.cron,
			workflow: facts.workflowPath
		};
	}
}
function pullRequest(facts) {
	const repo = repositoryOf(facts);
	return {
		number: 1,
		state: "open",
		draft: false,
		merged: false,
		title: facts.commit.message.split("\n")[0] ?? "",
		body: "",
		user: {
			login: facts.actor,
			id: Number(facts.ownerId),
			type: "User"
		},
		html_url: `${SERVER_URL}/${facts.repository}/pull/1`,
		labels: [],
		head: {
			ref: facts.headRef,
			sha: facts.sha,
			label: `${ownerOf(facts.repository)}:${facts.headRef}`,
			repo
		},
		base: {
			ref: facts.baseRef,
			sha: facts.baseSha,
			label: `${ownerOf(facts.repository)}:${facts.baseRef}`,
			repo
		},
		merge_commit_sha: facts.sha
	};
}

// src/core/workflow/permissions.ts
/** All scopes (actions/runner src/Sdk/WorkflowParser/Permissions.cs, ComparisonKeyMapping). */
const SCOPES = [
	"actions",
	"artifact-metadata",
	"attestations",
	"checks",
	"contents",
	"deployments",
	"discussions",
	"id-token",
	"issues",
	"models",
	"packages",
	"pages",
	"pull-requests",
	"repository-projects",
	"security-events",
	"statuses",
	"vulnerability-alerts"
];
/** Scopes that cannot be written (Permissions.cs: models and vulnerability-alerts are read at most). */
const READ_ONLY = /* @__PURE__ */ new Set(["models", "vulnerability-alerts"]);
/**
* What a token may do where no file says anything: the restricted default of a repository
* (src/Sdk/WorkflowParser/Conversion/PermissionsHelper.cs, LimitedRead).
*/
const DEFAULT_PERMISSIONS = {
	contents: "read",
	packages: "read"
};
function everything(level) {
	return Object.fromEntries(SCOPES.map((scope) => [scope, level === "write" && READ_ONLY.has(scope) ? "read" : level]));
}
/**
* @param token value of a `permissions` key, already checked against the schema
* @returns access by scope; undefined when the key is absent
*/
function readPermissions(token) {
	if (token === void 0) return void 0;
	if (isString(token)) return everything(token.value === "write-all" ? "write" : "read");
	return Object.fromEntries(entriesOf$1(token).map(({ key, value }) => [key, levelOf(value.toString())]));
}
function levelOf(text) {
	return text === "write" || text === "read" ? text : "none";
}
const RANK = {
	none: 0,
	read: 1,
	write: 2
};
/**
* The check that GitHub makes when a run starts, over all nested jobs and whatever their `if` says
* (Permissions.cs, ViolatesMaxPermissions).
*
* @param requested what a nested job or workflow declares
* @param granted what its caller may hand on
* @returns scopes that ask for more; empty when it fits
*/
function violations(requested, granted) {
	return SCOPES.map((scope) => ({
		scope,
		requested: requested[scope] ?? "none",
		allowed: granted[scope] ?? "none"
	})).filter((one) => RANK[one.requested] > RANK[one.allowed]);
}
/**
* @param list violations
* @returns `contents: write, id-token: write`, as GitHub's message lists them
*/
function listRequested(list) {
	return list.map(({ scope, requested }) => `${scope}: ${requested}`).join(", ");
}
/**
* @param list violations
* @returns `contents: read, id-token: none`
*/
function listAllowed(list) {
	return list.map(({ scope, allowed }) => `${scope}: ${allowed}`).join(", ");
}
/**
* @param have what the caller grants now
* @param list what more is asked
* @returns the `permissions:` block that would do, fit to paste
*/
function permissionsBlock(have, list) {
	const wanted = new Map(Object.entries(have).filter(([, level]) => level !== "none"));
	for (const { scope, requested } of list) wanted.set(scope, requested);
	return ["permissions:", ...[...wanted].map(([scope, level]) => `  ${scope}: ${level}`)].join("\n");
}

// src/core/workflow/ref-filter.ts
/** Characters that a filter pattern gives a meaning (docs.github.com, Workflow syntax, Filter pattern cheat sheet). */
function toExpression(pattern) {
	let source = "";
	for (let at = 0; at < pattern.length; at += 1) {
		const character = pattern[at] ?? "";
		if (character === "*" && pattern[at + 1] === "*") {
			source += ".*";
			at += 1;
		} else if (character === "*") source += "[^/]*";
		else if (character === "?" || character === "+") source += character;
		else if (character === "[") {
			const end = pattern.indexOf("]", at);
			source += end < 0 ? "\\[" : pattern.slice(at, end + 1).replaceAll("\\", "\\\\");
			at = end < 0 ? at : end;
		} else if (character === "\\") {
			at += 1;
			source += (pattern[at] ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		} else source += character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	}
	return new RegExp(`^${source}$`);
}
function matches(pattern, name) {
	try {
		return toExpression(pattern).test(name);
	} catch {
		return false;
	}
}
/**
* @param filter a trigger's filter
* @param name branch or tag
* @returns whether the filter lets the ref pass; of the patterns of `include` the last one that matches decides
*/
function passesFilter(filter, name) {
	if (filter.ignore !== void 0) return !filter.ignore.some((pattern) => matches(pattern, name));
	if (filter.include === void 0) return true;
	let passes = false;
	for (const pattern of filter.include) {
		const isNegated = pattern.startsWith("!");
		if (matches(isNegated ? pattern.slice(1) : pattern, name)) passes = !isNegated;
	}
	return passes;
}

// src/core/workflow/references.ts
/**
* Reads a `uses:` (docs.github.com, Workflow syntax, `jobs.<job_id>.steps[*].uses`; actions/runner
* src/Sdk/DTPipelines/Pipelines/PipelineConstants.cs for `$/`).
*
* @param uses as it is written
* @returns what it names; paths have no `.` in front and no slash at the end, the root is empty
*/
function parseReference(uses) {
	if (uses.startsWith("$/")) return selfReference(uses);
	if (uses === "." || uses === "./" || uses.startsWith("./")) return {
		kind: "local",
		path: cleanPath(uses.slice(1))
	};
	if (uses.startsWith("docker://")) return {
		kind: "docker",
		image: uses.slice(9)
	};
	const at = uses.lastIndexOf("@");
	const [owner = "", name = "", ...rest] = uses.slice(0, at === -1 ? void 0 : at).split("/");
	if (at === -1 || at === uses.length - 1) return {
		kind: "invalid",
		reason: `"${uses}" names no ref; write owner/repository/path@ref, ./path or $/path`
	};
	if (owner === "" || name === "") return {
		kind: "invalid",
		reason: `"${uses}" names no repository; write owner/repository/path@ref`
	};
	return {
		kind: "repository",
		repository: `${owner}/${name}`,
		path: cleanPath(rest.join("/")),
		ref: uses.slice(at + 1)
	};
}
function selfReference(uses) {
	if (uses.includes("@")) return {
		kind: "invalid",
		reason: `"${uses}" must have no ref: $/ is the commit that runs; write ${uses.slice(0, uses.indexOf("@"))}`
	};
	const path = cleanPath(uses.slice(1));
	return path === "" ? {
		kind: "invalid",
		reason: "\"$/\" names no folder; write $/path/to/action"
	} : {
		kind: "self",
		path
	};
}
function cleanPath(path) {
	return path.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
/**
* @param path a path inside a repository
* @returns true when it leaves the repository
*/
function escapes(path) {
	return path.split("/").includes("..");
}

// src/core/workflow/shell.ts
/** Arguments of shells by name (actions/runner src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs). */
const ARGUMENTS = {
	bash: "--noprofile --norc -e -o pipefail {0}",
	sh: "-e {0}",
	python: "{0}",
	pwsh: "-command \". '{0}'\""
};
const EXTENSIONS = {
	bash: ".sh",
	sh: ".sh",
	python: ".py",
	pwsh: ".ps1"
};
/**
* @param shell value of a `shell` key; empty: the default, bash without pipefail, or sh (ScriptHandler.cs)
* @throws TurnpikeError `WORKFLOW_STEP` when it is neither a known name nor a command with `{0}`
*/
function shellCommand(shell) {
	if (shell === "") return {
		program: "bash",
		fallback: "sh",
		format: ARGUMENTS["sh"] ?? "",
		extension: ".sh"
	};
	const blank = shell.indexOf(" ");
	const program = blank < 0 ? shell : shell.slice(0, blank);
	const given = blank < 0 ? "" : shell.slice(blank + 1).trimStart();
	const format = given === "" ? ARGUMENTS[program] ?? "" : given;
	if (!format.includes("{0}")) throw new TurnpikeError("WORKFLOW_STEP", "config", "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'");
	return {
		program,
		format,
		extension: EXTENSIONS[program] ?? ""
	};
}
/**
* Splits arguments as .NET does on the runner's behalf: blanks part them, double quotes hold them together.
*
* @param format arguments with `{0}`
* @param script path of the script
*/
function shellArguments(format, script) {
	return (format.match(/(?:[^\s"]+|"(?:\\"|[^"])*")+/g) ?? []).map((part) => part.replace(/"((?:\\"|[^"])*)"/g, (_, inner) => inner.replaceAll("\\\"", "\"")).replaceAll("{0}", script));
}
/**
* @param program name of the shell
* @param script what `run` says
* @returns what is written to the file (ScriptHandlerHelpers.cs, FixUpScriptContents)
*/
function scriptContent(program, script) {
	if (program !== "pwsh") return script;
	return `$ErrorActionPreference = 'stop'\n${script}\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit \$LASTEXITCODE }`;
}

// src/core/workflow/unsupported.ts
/** Keys of a job that change what runs and that are not done here. */
const JOB_KEYS = {
	container: "jobs run on this machine, without containers; run this job on GitHub, or leave it out with --job",
	services: "service containers are not started; run this job on GitHub, or leave it out with --job",
	snapshot: "images of this machine are not made; run this job on GitHub, or leave it out with --job"
};
const IN_STEPS = "steps run one after the other; write them without it, or run this job on GitHub";
/** Keys that the schema refuses, and the tree therefore lacks, although GitHub knows them. */
const NOT_IN_SCHEMA = {
	background: IN_STEPS,
	wait: IN_STEPS,
	"wait-all": IN_STEPS,
	cancel: IN_STEPS,
	"cache-mode": "the key is not read yet; take it out, or run this job on GitHub"
};
/**
* Keys of a job that GitHub knows and `turnpike run` does not do. What is not done is an error, never silence.
*
* @param file how messages name the file
* @param job a job's mapping
*/
function unsupportedKeys(file, job) {
	const ofJob = entriesOf$1(job).flatMap(({ key, keyToken }) => {
		const why = JOB_KEYS[key];
		return why === void 0 ? [] : [problemAt(file, keyToken, notDone$1(key, why))];
	});
	const parallel = itemsOf(childOf(job, "steps")).flatMap(entriesOf$1).filter(({ key }) => key === "parallel");
	return [...ofJob, ...parallel.map(({ key, keyToken }) => problemAt(file, keyToken, notDone$1(key, IN_STEPS)))];
}
/** Keys of workflows, jobs and steps (docs.github.com, Workflow syntax), to find the one that was meant. */
const KNOWN_KEYS = [
	...[
		"name",
		"run-name",
		"on",
		"permissions",
		"env",
		"defaults",
		"concurrency",
		"jobs"
	],
	...[
		"needs",
		"if",
		"runs-on",
		"environment",
		"outputs",
		"timeout-minutes",
		"strategy",
		"continue-on-error"
	],
	...[
		"container",
		"services",
		"uses",
		"with",
		"secrets",
		"steps",
		"matrix",
		"fail-fast",
		"max-parallel"
	],
	...[
		"include",
		"exclude",
		"id",
		"run",
		"working-directory",
		"shell"
	]
];
/**
* @param problem what the schema says
* @returns the same, with what is true of a key that is newer than the schema, or the key that was probably meant
*/
function explainKey(problem) {
	const key = /^Unexpected value '([^']+)'$/.exec(problem.message)?.[1];
	if (key === void 0) return problem;
	const why = NOT_IN_SCHEMA[key];
	if (why !== void 0) return {
		...problem,
		message: notDone$1(key, why)
	};
	const nearest = KNOWN_KEYS.includes(key) ? void 0 : nearestName(key, KNOWN_KEYS);
	return nearest === void 0 ? problem : {
		...problem,
		message: `${problem.message}; did you mean \`${nearest}\`?`
	};
}
function notDone$1(key, why) {
	return `turnpike run does not do \`${key}\`: ${why}.`;
}

// node_modules/@actions/workflow-parser/dist/workflows/file-reference.js
function parseFileReference(ref) {
	if (ref.startsWith("./")) return { path: ref.substring(2) };
	if (ref.startsWith("$/")) return { path: ref.substring(2) };
	const [remotePath, version] = ref.split("@");
	const [owner, repository, ...pathSegments] = remotePath.split("/").filter((s) => s.length > 0);
	if (!owner || !repository || !version) throw new Error(`Invalid file reference: ${ref}`);
	return {
		repository,
		owner,
		path: pathSegments.join("/"),
		version
	};
}

// node_modules/@actions/workflow-parser/dist/workflows/workflow-constants.js
const WORKFLOW_ROOT = "workflow-root-strict";

// node_modules/@actions/workflow-parser/dist/workflows/workflow-parser.js
function parseWorkflow(entryFile, contextOrTrace) {
	const context = contextOrTrace instanceof TemplateContext ? contextOrTrace : new TemplateContext(new TemplateValidationErrors(), getWorkflowSchema(), contextOrTrace);
	const fileId = context.getFileId(entryFile.name);
	const reader = new YamlObjectReader(fileId, entryFile.content);
	if (reader.errors.length > 0) {
		for (const err of reader.errors) context.error(fileId, err.message, err.range);
		return {
			context,
			value: void 0
		};
	}
	return {
		context,
		value: readTemplate(context, WORKFLOW_ROOT, reader, fileId)
	};
}

// node_modules/@actions/workflow-parser/dist/model/converter/concurrency.js
function convertConcurrency(context, token) {
	const result = {};
	if (token.isExpression) return result;
	if (isString(token)) {
		result.group = token;
		return result;
	}
	const concurrencyProperty = token.assertMapping("concurrency group");
	for (const property of concurrencyProperty) {
		const propertyName = property.key.assertString("concurrency group key");
		if (property.key.isExpression || property.value.isExpression) continue;
		switch (propertyName.value) {
			case "group":
				result.group = property.value.assertString("concurrency group");
				break;
			case "cancel-in-progress":
				result.cancelInProgress = property.value.assertBoolean("cancel-in-progress").value;
				break;
			case "queue":
				result.queue = property.value.assertString("queue").value;
				break;
			default: context.error(propertyName, `Invalid property name: ${propertyName.value}`);
		}
	}
	return result;
}

// node_modules/cronstrue/dist/cronstrue.js
var require_cronstrue = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	(function webpackUniversalModuleDefinition(root, factory) {
		if (typeof exports === "object" && typeof module === "object") module.exports = factory();
		else if (typeof define === "function" && define.amd) define("cronstrue", [], factory);
		else if (typeof exports === "object") exports["cronstrue"] = factory();
		else root["cronstrue"] = factory();
	})(globalThis, () => {
		return (() => {
			"use strict";
			var __webpack_modules__ = {
				949: ((__unused_webpack_module, exports, __webpack_require__) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					exports.CronParser = void 0;
					var rangeValidator_1 = __webpack_require__(515);
					exports.CronParser = function() {
						function CronParser(expression, dayOfWeekStartIndexZero, monthStartIndexZero) {
							if (dayOfWeekStartIndexZero === void 0) dayOfWeekStartIndexZero = true;
							if (monthStartIndexZero === void 0) monthStartIndexZero = false;
							this.expression = expression;
							this.dayOfWeekStartIndexZero = dayOfWeekStartIndexZero;
							this.monthStartIndexZero = monthStartIndexZero;
						}
						CronParser.prototype.parse = function() {
							var _a;
							var parsed;
							var expression = (_a = this.expression) !== null && _a !== void 0 ? _a : "";
							if (expression === "@reboot") {
								parsed = [
									"@reboot",
									"",
									"",
									"",
									"",
									"",
									""
								];
								return parsed;
							} else if (expression.startsWith("@")) {
								var special = this.parseSpecial(this.expression);
								parsed = this.extractParts(special);
							} else parsed = this.extractParts(this.expression);
							this.normalize(parsed);
							this.validate(parsed);
							return parsed;
						};
						CronParser.prototype.parseSpecial = function(expression) {
							var special = {
								"@yearly": "0 0 1 1 *",
								"@annually": "0 0 1 1 *",
								"@monthly": "0 0 1 * *",
								"@weekly": "0 0 * * 0",
								"@daily": "0 0 * * *",
								"@midnight": "0 0 * * *",
								"@hourly": "0 * * * *",
								"@reboot": "@reboot"
							}[expression];
							if (!special) throw new Error("Unknown special expression.");
							return special;
						};
						CronParser.prototype.extractParts = function(expression) {
							if (!this.expression) throw new Error("cron expression is empty");
							var parsed = expression.trim().split(/[ ]+/);
							for (var i = 0; i < parsed.length; i++) if (parsed[i].includes(",")) {
								var arrayElement = parsed[i].split(",").map(function(item) {
									return item.trim();
								}).filter(function(item) {
									return item !== "";
								}).map(function(item) {
									return !isNaN(Number(item)) ? Number(item) : item;
								}).filter(function(item) {
									return item !== null && item !== "";
								});
								if (arrayElement.length === 0) arrayElement.push("*");
								arrayElement.sort(function(a, b) {
									return a !== null && b !== null ? a - b : 0;
								});
								parsed[i] = arrayElement.map(function(item) {
									return item !== null ? item.toString() : "";
								}).join(",");
							}
							if (parsed.length < 5) throw new Error("Expression has only ".concat(parsed.length, " part").concat(parsed.length == 1 ? "" : "s", ". At least 5 parts are required."));
							else if (parsed.length == 5) {
								parsed.unshift("");
								parsed.push("");
							} else if (parsed.length == 6) {
								if (/\d{4}$/.test(parsed[5]) || parsed[4] == "?" || parsed[2] == "?") parsed.unshift("");
								else parsed.push("");
							} else if (parsed.length > 7) throw new Error("Expression has ".concat(parsed.length, " parts; too many!"));
							return parsed;
						};
						CronParser.prototype.normalize = function(expressionParts) {
							var _this = this;
							expressionParts[3] = expressionParts[3].replace("?", "*");
							expressionParts[5] = expressionParts[5].replace("?", "*");
							expressionParts[2] = expressionParts[2].replace("?", "*");
							if (expressionParts[0].indexOf("0/") == 0) expressionParts[0] = expressionParts[0].replace("0/", "*/");
							if (expressionParts[1].indexOf("0/") == 0) expressionParts[1] = expressionParts[1].replace("0/", "*/");
							if (expressionParts[2].indexOf("0/") == 0) expressionParts[2] = expressionParts[2].replace("0/", "*/");
							if (expressionParts[3].indexOf("1/") == 0) expressionParts[3] = expressionParts[3].replace("1/", "*/");
							if (expressionParts[4].indexOf("1/") == 0) expressionParts[4] = expressionParts[4].replace("1/", "*/");
							if (expressionParts[6].indexOf("1/") == 0) expressionParts[6] = expressionParts[6].replace("1/", "*/");
							expressionParts[5] = expressionParts[5].replace(/(^\d)|([^#/\s]\d)/g, function(t) {
								var dowDigits = t.replace(/\D/, "");
								var dowDigitsAdjusted = dowDigits;
								if (_this.dayOfWeekStartIndexZero) {
									if (dowDigits == "7") dowDigitsAdjusted = "0";
								} else dowDigitsAdjusted = (parseInt(dowDigits) - 1).toString();
								return t.replace(dowDigits, dowDigitsAdjusted);
							});
							if (expressionParts[5] == "L") expressionParts[5] = "6";
							if (expressionParts[3] == "?") expressionParts[3] = "*";
							if (expressionParts[3].indexOf("W") > -1 && (expressionParts[3].indexOf(",") > -1 || expressionParts[3].indexOf("-") > -1)) throw new Error("The 'W' character can be specified only when the day-of-month is a single day, not a range or list of days.");
							var days = {
								SUN: 0,
								MON: 1,
								TUE: 2,
								WED: 3,
								THU: 4,
								FRI: 5,
								SAT: 6
							};
							for (var day in days) expressionParts[5] = expressionParts[5].replace(new RegExp(day, "gi"), days[day].toString());
							expressionParts[4] = expressionParts[4].replace(/(^\d{1,2})|([^#/\s]\d{1,2})/g, function(t) {
								var dowDigits = t.replace(/\D/, "");
								var dowDigitsAdjusted = dowDigits;
								if (_this.monthStartIndexZero) dowDigitsAdjusted = (parseInt(dowDigits) + 1).toString();
								return t.replace(dowDigits, dowDigitsAdjusted);
							});
							var months = {
								JAN: 1,
								FEB: 2,
								MAR: 3,
								APR: 4,
								MAY: 5,
								JUN: 6,
								JUL: 7,
								AUG: 8,
								SEP: 9,
								OCT: 10,
								NOV: 11,
								DEC: 12
							};
							for (var month in months) expressionParts[4] = expressionParts[4].replace(new RegExp(month, "gi"), months[month].toString());
							if (expressionParts[0] == "0") expressionParts[0] = "";
							if (!/\*|\-|\,|\//.test(expressionParts[2]) && (/\*|\//.test(expressionParts[1]) || /\*|\//.test(expressionParts[0]))) expressionParts[2] += "-".concat(expressionParts[2]);
							for (var i = 0; i < expressionParts.length; i++) {
								if (expressionParts[i].indexOf(",") != -1) expressionParts[i] = expressionParts[i].split(",").filter(function(str) {
									return str !== "";
								}).join(",") || "*";
								if (expressionParts[i] == "*/1") expressionParts[i] = "*";
								if (expressionParts[i].indexOf("/") > -1 && !/^\*|\-|\,/.test(expressionParts[i])) {
									var stepRangeThrough = null;
									switch (i) {
										case 4:
											stepRangeThrough = "12";
											break;
										case 5:
											stepRangeThrough = "6";
											break;
										case 6:
											stepRangeThrough = "9999";
											break;
										default: stepRangeThrough = null;
									}
									if (stepRangeThrough !== null) {
										var parts = expressionParts[i].split("/");
										expressionParts[i] = "".concat(parts[0], "-").concat(stepRangeThrough, "/").concat(parts[1]);
									}
								}
							}
						};
						CronParser.prototype.validate = function(parsed) {
							var standardCronPartCharacters = "0-9,\\-*/";
							this.validateOnlyExpectedCharactersFound(parsed[0], standardCronPartCharacters);
							this.validateOnlyExpectedCharactersFound(parsed[1], standardCronPartCharacters);
							this.validateOnlyExpectedCharactersFound(parsed[2], standardCronPartCharacters);
							this.validateOnlyExpectedCharactersFound(parsed[3], "0-9,\\-*/LW");
							this.validateOnlyExpectedCharactersFound(parsed[4], standardCronPartCharacters);
							this.validateOnlyExpectedCharactersFound(parsed[5], "0-9,\\-*/L#");
							this.validateOnlyExpectedCharactersFound(parsed[6], standardCronPartCharacters);
							this.validateAnyRanges(parsed);
						};
						CronParser.prototype.validateAnyRanges = function(parsed) {
							rangeValidator_1.default.secondRange(parsed[0]);
							rangeValidator_1.default.minuteRange(parsed[1]);
							rangeValidator_1.default.hourRange(parsed[2]);
							rangeValidator_1.default.dayOfMonthRange(parsed[3]);
							rangeValidator_1.default.monthRange(parsed[4], this.monthStartIndexZero);
							rangeValidator_1.default.dayOfWeekRange(parsed[5], this.dayOfWeekStartIndexZero);
						};
						CronParser.prototype.validateOnlyExpectedCharactersFound = function(cronPart, allowedCharsExpression) {
							var invalidChars = cronPart.match(new RegExp("[^".concat(allowedCharsExpression, "]+"), "gi"));
							if (invalidChars && invalidChars.length) throw new Error("Expression contains invalid values: '".concat(invalidChars.toString(), "'"));
						};
						return CronParser;
					}();
				}),
				333: ((__unused_webpack_module, exports, __webpack_require__) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					exports.ExpressionDescriptor = void 0;
					var stringUtilities_1 = __webpack_require__(823);
					var cronParser_1 = __webpack_require__(949);
					exports.ExpressionDescriptor = function() {
						function ExpressionDescriptor(expression, options) {
							this.expression = expression;
							this.options = options;
							this.expressionParts = new Array(5);
							if (!this.options.locale && ExpressionDescriptor.defaultLocale) this.options.locale = ExpressionDescriptor.defaultLocale;
							if (!ExpressionDescriptor.locales[this.options.locale]) {
								var fallBackLocale = Object.keys(ExpressionDescriptor.locales)[0];
								console.warn("Locale '".concat(this.options.locale, "' could not be found; falling back to '").concat(fallBackLocale, "'."));
								this.options.locale = fallBackLocale;
							}
							this.i18n = ExpressionDescriptor.locales[this.options.locale];
							if (options.use24HourTimeFormat === void 0) options.use24HourTimeFormat = this.i18n.use24HourTimeFormatByDefault();
						}
						ExpressionDescriptor.toString = function(expression, _a) {
							var _b = _a === void 0 ? {} : _a, _c = _b.throwExceptionOnParseError, throwExceptionOnParseError = _c === void 0 ? true : _c, _d = _b.verbose, verbose = _d === void 0 ? false : _d, _e = _b.dayOfWeekStartIndexZero, dayOfWeekStartIndexZero = _e === void 0 ? true : _e, _f = _b.monthStartIndexZero, monthStartIndexZero = _f === void 0 ? false : _f, use24HourTimeFormat = _b.use24HourTimeFormat, _g = _b.locale;
							var options = {
								throwExceptionOnParseError,
								verbose,
								dayOfWeekStartIndexZero,
								monthStartIndexZero,
								use24HourTimeFormat,
								locale: _g === void 0 ? null : _g
							};
							if (options.tzOffset) console.warn("'tzOffset' option has been deprecated and is no longer supported.");
							return new ExpressionDescriptor(expression, options).getFullDescription();
						};
						ExpressionDescriptor.initialize = function(localesLoader, defaultLocale) {
							if (defaultLocale === void 0) defaultLocale = "en";
							ExpressionDescriptor.specialCharacters = [
								"/",
								"-",
								",",
								"*"
							];
							ExpressionDescriptor.defaultLocale = defaultLocale;
							localesLoader.load(ExpressionDescriptor.locales);
						};
						ExpressionDescriptor.prototype.getFullDescription = function() {
							var _a, _b;
							var description = "";
							try {
								var parser = new cronParser_1.CronParser(this.expression, this.options.dayOfWeekStartIndexZero, this.options.monthStartIndexZero);
								this.expressionParts = parser.parse();
								if (this.expressionParts[0] === "@reboot") return ((_b = (_a = this.i18n).atReboot) === null || _b === void 0 ? void 0 : _b.call(_a)) || "Run once, at startup";
								var timeSegment = this.getTimeOfDayDescription();
								var dayOfMonthDesc = this.getDayOfMonthDescription();
								var monthDesc = this.getMonthDescription();
								var dayOfWeekDesc = this.getDayOfWeekDescription();
								var yearDesc = this.getYearDescription();
								description += timeSegment + dayOfMonthDesc + dayOfWeekDesc + monthDesc + yearDesc;
								description = this.transformVerbosity(description, !!this.options.verbose);
								description = description.charAt(0).toLocaleUpperCase() + description.substr(1);
							} catch (ex) {
								if (!this.options.throwExceptionOnParseError) description = this.i18n.anErrorOccuredWhenGeneratingTheExpressionD();
								else throw "".concat(ex);
							}
							return description;
						};
						ExpressionDescriptor.prototype.getTimeOfDayDescription = function() {
							var secondsExpression = this.expressionParts[0];
							var minuteExpression = this.expressionParts[1];
							var hourExpression = this.expressionParts[2];
							var description = "";
							if (!stringUtilities_1.StringUtilities.containsAny(minuteExpression, ExpressionDescriptor.specialCharacters) && !stringUtilities_1.StringUtilities.containsAny(hourExpression, ExpressionDescriptor.specialCharacters) && !stringUtilities_1.StringUtilities.containsAny(secondsExpression, ExpressionDescriptor.specialCharacters)) description += this.i18n.atSpace() + this.formatTime(hourExpression, minuteExpression, secondsExpression);
							else if (!secondsExpression && minuteExpression.indexOf("-") > -1 && !(minuteExpression.indexOf(",") > -1) && !(minuteExpression.indexOf("/") > -1) && !stringUtilities_1.StringUtilities.containsAny(hourExpression, ExpressionDescriptor.specialCharacters)) {
								var minuteParts = minuteExpression.split("-");
								description += stringUtilities_1.StringUtilities.format(this.i18n.everyMinuteBetweenX0AndX1(), this.formatTime(hourExpression, minuteParts[0], ""), this.formatTime(hourExpression, minuteParts[1], ""));
							} else if (!secondsExpression && hourExpression.indexOf(",") > -1 && hourExpression.indexOf("-") == -1 && hourExpression.indexOf("/") == -1 && !stringUtilities_1.StringUtilities.containsAny(minuteExpression, ExpressionDescriptor.specialCharacters)) {
								var hourParts = hourExpression.split(",");
								description += this.i18n.at();
								for (var i = 0; i < hourParts.length; i++) {
									description += " ";
									description += this.formatTime(hourParts[i], minuteExpression, "");
									if (i < hourParts.length - 2) description += ",";
									if (i == hourParts.length - 2) description += this.i18n.spaceAnd();
								}
							} else {
								var secondsDescription = this.getSecondsDescription();
								var minutesDescription = this.getMinutesDescription();
								var hoursDescription = this.getHoursDescription();
								description += secondsDescription;
								if (description && minutesDescription) description += ", ";
								description += minutesDescription;
								if (minutesDescription === hoursDescription) return description;
								if (description && hoursDescription) description += ", ";
								description += hoursDescription;
							}
							return description;
						};
						ExpressionDescriptor.prototype.getSecondsDescription = function() {
							var _this = this;
							return this.getSegmentDescription(this.expressionParts[0], this.i18n.everySecond(), function(s) {
								return s;
							}, function(s) {
								return stringUtilities_1.StringUtilities.format(_this.i18n.everyX0Seconds(s), s);
							}, function(s) {
								return _this.i18n.secondsX0ThroughX1PastTheMinute();
							}, function(s) {
								return s == "0" ? "" : parseInt(s) < 20 ? _this.i18n.atX0SecondsPastTheMinute(s) : _this.i18n.atX0SecondsPastTheMinuteGt20() || _this.i18n.atX0SecondsPastTheMinute(s);
							});
						};
						ExpressionDescriptor.prototype.getMinutesDescription = function() {
							var _this = this;
							var secondsExpression = this.expressionParts[0];
							var hourExpression = this.expressionParts[2];
							return this.getSegmentDescription(this.expressionParts[1], this.i18n.everyMinute(), function(s) {
								return s;
							}, function(s) {
								return stringUtilities_1.StringUtilities.format(_this.i18n.everyX0Minutes(s), s);
							}, function(s) {
								return _this.i18n.minutesX0ThroughX1PastTheHour();
							}, function(s) {
								try {
									return s == "0" && hourExpression.indexOf("/") == -1 && secondsExpression == "" ? _this.i18n.everyHour() : parseInt(s) < 20 ? _this.i18n.atX0MinutesPastTheHour(s) : _this.i18n.atX0MinutesPastTheHourGt20() || _this.i18n.atX0MinutesPastTheHour(s);
								} catch (e) {
									return _this.i18n.atX0MinutesPastTheHour(s);
								}
							});
						};
						ExpressionDescriptor.prototype.getHoursDescription = function() {
							var _this = this;
							var expression = this.expressionParts[2];
							var hourIndex = 0;
							var rangeEndValues = [];
							expression.split("/")[0].split(",").forEach(function(range) {
								var rangeParts = range.split("-");
								if (rangeParts.length === 2) rangeEndValues.push({
									value: rangeParts[1],
									index: hourIndex + 1
								});
								hourIndex += rangeParts.length;
							});
							var evaluationIndex = 0;
							return this.getSegmentDescription(expression, this.i18n.everyHour(), function(s) {
								var isRangeEndWithNonZeroMinute = rangeEndValues.find(function(r) {
									return r.value === s && r.index === evaluationIndex;
								}) && _this.expressionParts[1] !== "0";
								evaluationIndex++;
								return isRangeEndWithNonZeroMinute ? _this.formatTime(s, "59", "") : _this.formatTime(s, "0", "");
							}, function(s) {
								return stringUtilities_1.StringUtilities.format(_this.i18n.everyX0Hours(s), s);
							}, function(s) {
								return _this.i18n.betweenX0AndX1();
							}, function(s) {
								return _this.i18n.atX0();
							});
						};
						ExpressionDescriptor.prototype.getDayOfWeekDescription = function() {
							var _this = this;
							var daysOfWeekNames = this.i18n.daysOfTheWeek();
							var description = null;
							if (this.expressionParts[5] == "*") description = "";
							else description = this.getSegmentDescription(this.expressionParts[5], this.i18n.commaEveryDay(), function(s, form) {
								var exp = s;
								if (s.indexOf("#") > -1) exp = s.substring(0, s.indexOf("#"));
								else if (s.indexOf("L") > -1) exp = exp.replace("L", "");
								var parsedExp = parseInt(exp);
								var description = _this.i18n.daysOfTheWeekInCase ? _this.i18n.daysOfTheWeekInCase(form)[parsedExp] : daysOfWeekNames[parsedExp];
								if (s.indexOf("#") > -1) {
									var dayOfWeekOfMonthDescription = null;
									var dayOfWeekOfMonthNumber = s.substring(s.indexOf("#") + 1);
									var dayOfWeekNumber = s.substring(0, s.indexOf("#"));
									switch (dayOfWeekOfMonthNumber) {
										case "1":
											dayOfWeekOfMonthDescription = _this.i18n.first(dayOfWeekNumber);
											break;
										case "2":
											dayOfWeekOfMonthDescription = _this.i18n.second(dayOfWeekNumber);
											break;
										case "3":
											dayOfWeekOfMonthDescription = _this.i18n.third(dayOfWeekNumber);
											break;
										case "4":
											dayOfWeekOfMonthDescription = _this.i18n.fourth(dayOfWeekNumber);
											break;
										case "5": dayOfWeekOfMonthDescription = _this.i18n.fifth(dayOfWeekNumber);
									}
									description = dayOfWeekOfMonthDescription + " " + description;
								}
								return description;
							}, function(s) {
								if (parseInt(s) == 1) return "";
								else return stringUtilities_1.StringUtilities.format(_this.i18n.commaEveryX0DaysOfTheWeek(s), s);
							}, function(s) {
								var beginFrom = s.substring(0, s.indexOf("-"));
								return _this.expressionParts[3] != "*" ? _this.i18n.commaAndX0ThroughX1(beginFrom) : _this.i18n.commaX0ThroughX1(beginFrom);
							}, function(s) {
								var format = null;
								if (s.indexOf("#") > -1) {
									var dayOfWeekOfMonthNumber = s.substring(s.indexOf("#") + 1);
									var dayOfWeek = s.substring(0, s.indexOf("#"));
									format = _this.i18n.commaOnThe(dayOfWeekOfMonthNumber, dayOfWeek).trim() + _this.i18n.spaceX0OfTheMonth();
								} else if (s.indexOf("L") > -1) format = _this.i18n.commaOnTheLastX0OfTheMonth(s.replace("L", ""));
								else format = _this.expressionParts[3] != "*" ? _this.i18n.commaAndOnX0() : _this.i18n.commaOnlyOnX0(s);
								return format;
							});
							return description;
						};
						ExpressionDescriptor.prototype.getMonthDescription = function() {
							var _this = this;
							var monthNames = this.i18n.monthsOfTheYear();
							return this.getSegmentDescription(this.expressionParts[4], "", function(s, form) {
								return form && _this.i18n.monthsOfTheYearInCase ? _this.i18n.monthsOfTheYearInCase(form)[parseInt(s) - 1] : monthNames[parseInt(s) - 1];
							}, function(s) {
								if (parseInt(s) == 1) return "";
								else return stringUtilities_1.StringUtilities.format(_this.i18n.commaEveryX0Months(s), s);
							}, function(s) {
								return _this.i18n.commaMonthX0ThroughMonthX1() || _this.i18n.commaX0ThroughX1();
							}, function(s) {
								return _this.i18n.commaOnlyInMonthX0 ? _this.i18n.commaOnlyInMonthX0() : _this.i18n.commaOnlyInX0();
							});
						};
						ExpressionDescriptor.prototype.getDayOfMonthDescription = function() {
							var _this = this;
							var description = null;
							var expression = this.expressionParts[3];
							switch (expression) {
								case "L":
									description = this.i18n.commaOnTheLastDayOfTheMonth();
									break;
								case "WL":
								case "LW":
									description = this.i18n.commaOnTheLastWeekdayOfTheMonth();
									break;
								default:
									var weekDayNumberMatches = expression.match(/(\d{1,2}W)|(W\d{1,2})/);
									if (weekDayNumberMatches) {
										var dayNumber = parseInt(weekDayNumberMatches[0].replace("W", ""));
										var dayString = dayNumber == 1 ? this.i18n.firstWeekday() : stringUtilities_1.StringUtilities.format(this.i18n.weekdayNearestDayX0(), dayNumber.toString());
										description = stringUtilities_1.StringUtilities.format(this.i18n.commaOnTheX0OfTheMonth(), dayString);
										break;
									} else {
										var lastDayOffSetMatches = expression.match(/L-(\d{1,2})/);
										if (lastDayOffSetMatches) {
											var offSetDays = lastDayOffSetMatches[1];
											description = stringUtilities_1.StringUtilities.format(this.i18n.commaDaysBeforeTheLastDayOfTheMonth(offSetDays), offSetDays);
											break;
										} else if (expression == "*" && this.expressionParts[5] != "*") return "";
										else description = this.getSegmentDescription(expression, this.i18n.commaEveryDay(), function(s) {
											return s == "L" ? _this.i18n.lastDay() : _this.i18n.dayX0 ? stringUtilities_1.StringUtilities.format(_this.i18n.dayX0(), s) : s;
										}, function(s) {
											return s == "1" ? _this.i18n.commaEveryDay() : _this.i18n.commaEveryX0Days(s);
										}, function(s) {
											return _this.i18n.commaBetweenDayX0AndX1OfTheMonth(s);
										}, function(s) {
											return _this.i18n.commaOnDayX0OfTheMonth(s);
										});
										break;
									}
							}
							return description;
						};
						ExpressionDescriptor.prototype.getYearDescription = function() {
							var _this = this;
							return this.getSegmentDescription(this.expressionParts[6], "", function(s) {
								return /^\d+$/.test(s) ? new Date(parseInt(s), 1).getFullYear().toString() : s;
							}, function(s) {
								return stringUtilities_1.StringUtilities.format(_this.i18n.commaEveryX0Years(s), s);
							}, function(s) {
								return _this.i18n.commaYearX0ThroughYearX1() || _this.i18n.commaX0ThroughX1();
							}, function(s) {
								return _this.i18n.commaOnlyInYearX0 ? _this.i18n.commaOnlyInYearX0() : _this.i18n.commaOnlyInX0();
							});
						};
						ExpressionDescriptor.prototype.getSegmentDescription = function(expression, allDescription, getSingleItemDescription, getIncrementDescriptionFormat, getRangeDescriptionFormat, getDescriptionFormat) {
							var description = null;
							var doesExpressionContainIncrement = expression.indexOf("/") > -1;
							var doesExpressionContainRange = expression.indexOf("-") > -1;
							var doesExpressionContainMultipleValues = expression.indexOf(",") > -1;
							if (!expression) description = "";
							else if (expression === "*") description = allDescription;
							else if (!doesExpressionContainIncrement && !doesExpressionContainRange && !doesExpressionContainMultipleValues) description = stringUtilities_1.StringUtilities.format(getDescriptionFormat(expression), getSingleItemDescription(expression));
							else if (doesExpressionContainMultipleValues) {
								var segments = expression.split(",");
								var descriptionContent = "";
								for (var i = 0; i < segments.length; i++) {
									if (i > 0 && segments.length > 2) {
										descriptionContent += ",";
										if (i < segments.length - 1) descriptionContent += " ";
									}
									if (i > 0 && segments.length > 1 && (i == segments.length - 1 || segments.length == 2)) descriptionContent += "".concat(this.i18n.spaceAnd(), " ");
									if (segments[i].indexOf("/") > -1 || segments[i].indexOf("-") > -1) {
										var isSegmentRangeWithoutIncrement = segments[i].indexOf("-") > -1 && segments[i].indexOf("/") == -1;
										var currentDescriptionContent = this.getSegmentDescription(segments[i], allDescription, getSingleItemDescription, getIncrementDescriptionFormat, isSegmentRangeWithoutIncrement ? this.i18n.commaX0ThroughX1 : getRangeDescriptionFormat, getDescriptionFormat);
										if (isSegmentRangeWithoutIncrement) currentDescriptionContent = currentDescriptionContent.replace(", ", "");
										descriptionContent += currentDescriptionContent;
									} else if (!doesExpressionContainIncrement) descriptionContent += getSingleItemDescription(segments[i]);
									else descriptionContent += this.getSegmentDescription(segments[i], allDescription, getSingleItemDescription, getIncrementDescriptionFormat, getRangeDescriptionFormat, getDescriptionFormat);
								}
								if (!doesExpressionContainIncrement) description = stringUtilities_1.StringUtilities.format(getDescriptionFormat(expression), descriptionContent);
								else description = descriptionContent;
							} else if (doesExpressionContainIncrement) {
								var segments = expression.split("/");
								description = stringUtilities_1.StringUtilities.format(getIncrementDescriptionFormat(segments[1]), segments[1]);
								if (segments[0].indexOf("-") > -1) {
									var rangeSegmentDescription = this.generateRangeSegmentDescription(segments[0], getRangeDescriptionFormat, getSingleItemDescription);
									if (rangeSegmentDescription.indexOf(", ") != 0) description += ", ";
									description += rangeSegmentDescription;
								} else if (segments[0].indexOf("*") == -1) {
									var rangeItemDescription = stringUtilities_1.StringUtilities.format(getDescriptionFormat(segments[0]), getSingleItemDescription(segments[0]));
									rangeItemDescription = rangeItemDescription.replace(", ", "");
									description += stringUtilities_1.StringUtilities.format(this.i18n.commaStartingX0(), rangeItemDescription);
								}
							} else if (doesExpressionContainRange) description = this.generateRangeSegmentDescription(expression, getRangeDescriptionFormat, getSingleItemDescription);
							return description;
						};
						ExpressionDescriptor.prototype.generateRangeSegmentDescription = function(rangeExpression, getRangeDescriptionFormat, getSingleItemDescription) {
							var description = "";
							var rangeSegments = rangeExpression.split("-");
							var rangeSegment1Description = getSingleItemDescription(rangeSegments[0], 1);
							var rangeSegment2Description = getSingleItemDescription(rangeSegments[1], 2);
							var rangeDescriptionFormat = getRangeDescriptionFormat(rangeExpression);
							description += stringUtilities_1.StringUtilities.format(rangeDescriptionFormat, rangeSegment1Description, rangeSegment2Description);
							return description;
						};
						ExpressionDescriptor.prototype.formatTime = function(hourExpression, minuteExpression, secondExpression) {
							var hourOffset = 0;
							var minuteOffset = 0;
							var hour = parseInt(hourExpression) + hourOffset;
							var minute = parseInt(minuteExpression) + minuteOffset;
							if (minute >= 60) {
								minute -= 60;
								hour += 1;
							} else if (minute < 0) {
								minute += 60;
								hour -= 1;
							}
							if (hour >= 24) hour = hour - 24;
							else if (hour < 0) hour = 24 + hour;
							var period = "";
							var setPeriodBeforeTime = false;
							if (!this.options.use24HourTimeFormat) {
								setPeriodBeforeTime = !!(this.i18n.setPeriodBeforeTime && this.i18n.setPeriodBeforeTime());
								period = setPeriodBeforeTime ? "".concat(this.getPeriod(hour), " ") : " ".concat(this.getPeriod(hour));
								if (hour > 12) hour -= 12;
								if (hour === 0) hour = 12;
							}
							var second = "";
							if (secondExpression) second = ":".concat(("00" + secondExpression).substring(secondExpression.length));
							return "".concat(setPeriodBeforeTime ? period : "").concat(("00" + hour.toString()).substring(hour.toString().length), ":").concat(("00" + minute.toString()).substring(minute.toString().length)).concat(second).concat(!setPeriodBeforeTime ? period : "");
						};
						ExpressionDescriptor.prototype.transformVerbosity = function(description, useVerboseFormat) {
							if (!useVerboseFormat) {
								description = description.replace(new RegExp(", ".concat(this.i18n.everyMinute()), "g"), "");
								description = description.replace(new RegExp(", ".concat(this.i18n.everyHour()), "g"), "");
								description = description.replace(new RegExp(this.i18n.commaEveryDay(), "g"), "");
								description = description.replace(/\, ?$/, "");
								if (this.i18n.conciseVerbosityReplacements) for (var _i = 0, _a = Object.entries(this.i18n.conciseVerbosityReplacements()); _i < _a.length; _i++) {
									var _b = _a[_i], key = _b[0], value = _b[1];
									description = description.replace(new RegExp(key, "g"), value);
								}
							}
							return description;
						};
						ExpressionDescriptor.prototype.getPeriod = function(hour) {
							return hour >= 12 ? this.i18n.pm && this.i18n.pm() || "PM" : this.i18n.am && this.i18n.am() || "AM";
						};
						ExpressionDescriptor.locales = {};
						return ExpressionDescriptor;
					}();
				}),
				747: ((__unused_webpack_module, exports, __webpack_require__) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					exports.enLocaleLoader = void 0;
					var en_1 = __webpack_require__(486);
					exports.enLocaleLoader = function() {
						function enLocaleLoader() {}
						enLocaleLoader.prototype.load = function(availableLocales) {
							availableLocales["en"] = new en_1.en();
						};
						return enLocaleLoader;
					}();
				}),
				486: ((__unused_webpack_module, exports) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					exports.en = void 0;
					exports.en = function() {
						function en() {}
						en.prototype.atX0SecondsPastTheMinuteGt20 = function() {
							return null;
						};
						en.prototype.atX0MinutesPastTheHourGt20 = function() {
							return null;
						};
						en.prototype.commaMonthX0ThroughMonthX1 = function() {
							return null;
						};
						en.prototype.commaYearX0ThroughYearX1 = function() {
							return null;
						};
						en.prototype.use24HourTimeFormatByDefault = function() {
							return false;
						};
						en.prototype.anErrorOccuredWhenGeneratingTheExpressionD = function() {
							return "An error occurred when generating the expression description. Check the cron expression syntax.";
						};
						en.prototype.everyMinute = function() {
							return "every minute";
						};
						en.prototype.everyHour = function() {
							return "every hour";
						};
						en.prototype.atSpace = function() {
							return "At ";
						};
						en.prototype.everyMinuteBetweenX0AndX1 = function() {
							return "Every minute between %s and %s";
						};
						en.prototype.at = function() {
							return "At";
						};
						en.prototype.spaceAnd = function() {
							return " and";
						};
						en.prototype.everySecond = function() {
							return "every second";
						};
						en.prototype.everyX0Seconds = function() {
							return "every %s seconds";
						};
						en.prototype.secondsX0ThroughX1PastTheMinute = function() {
							return "seconds %s through %s past the minute";
						};
						en.prototype.atX0SecondsPastTheMinute = function() {
							return "at %s seconds past the minute";
						};
						en.prototype.everyX0Minutes = function() {
							return "every %s minutes";
						};
						en.prototype.minutesX0ThroughX1PastTheHour = function() {
							return "minutes %s through %s past the hour";
						};
						en.prototype.atX0MinutesPastTheHour = function() {
							return "at %s minutes past the hour";
						};
						en.prototype.everyX0Hours = function() {
							return "every %s hours";
						};
						en.prototype.betweenX0AndX1 = function() {
							return "between %s and %s";
						};
						en.prototype.atX0 = function() {
							return "at %s";
						};
						en.prototype.commaEveryDay = function() {
							return ", every day";
						};
						en.prototype.commaEveryX0DaysOfTheWeek = function() {
							return ", every %s days of the week";
						};
						en.prototype.commaX0ThroughX1 = function() {
							return ", %s through %s";
						};
						en.prototype.commaAndX0ThroughX1 = function() {
							return ", %s through %s";
						};
						en.prototype.first = function() {
							return "first";
						};
						en.prototype.second = function() {
							return "second";
						};
						en.prototype.third = function() {
							return "third";
						};
						en.prototype.fourth = function() {
							return "fourth";
						};
						en.prototype.fifth = function() {
							return "fifth";
						};
						en.prototype.commaOnThe = function() {
							return ", on the ";
						};
						en.prototype.spaceX0OfTheMonth = function() {
							return " %s of the month";
						};
						en.prototype.lastDay = function() {
							return "the last day";
						};
						en.prototype.commaOnTheLastX0OfTheMonth = function() {
							return ", on the last %s of the month";
						};
						en.prototype.commaOnlyOnX0 = function() {
							return ", only on %s";
						};
						en.prototype.commaAndOnX0 = function() {
							return ", and on %s";
						};
						en.prototype.commaEveryX0Months = function() {
							return ", every %s months";
						};
						en.prototype.commaOnlyInX0 = function() {
							return ", only in %s";
						};
						en.prototype.commaOnTheLastDayOfTheMonth = function() {
							return ", on the last day of the month";
						};
						en.prototype.commaOnTheLastWeekdayOfTheMonth = function() {
							return ", on the last weekday of the month";
						};
						en.prototype.commaDaysBeforeTheLastDayOfTheMonth = function() {
							return ", %s days before the last day of the month";
						};
						en.prototype.firstWeekday = function() {
							return "first weekday";
						};
						en.prototype.weekdayNearestDayX0 = function() {
							return "weekday nearest day %s";
						};
						en.prototype.commaOnTheX0OfTheMonth = function() {
							return ", on the %s of the month";
						};
						en.prototype.commaEveryX0Days = function() {
							return ", every %s days";
						};
						en.prototype.commaBetweenDayX0AndX1OfTheMonth = function() {
							return ", between day %s and %s of the month";
						};
						en.prototype.commaOnDayX0OfTheMonth = function() {
							return ", on day %s of the month";
						};
						en.prototype.commaEveryHour = function() {
							return ", every hour";
						};
						en.prototype.commaEveryX0Years = function() {
							return ", every %s years";
						};
						en.prototype.commaStartingX0 = function() {
							return ", starting %s";
						};
						en.prototype.daysOfTheWeek = function() {
							return [
								"Sunday",
								"Monday",
								"Tuesday",
								"Wednesday",
								"Thursday",
								"Friday",
								"Saturday"
							];
						};
						en.prototype.monthsOfTheYear = function() {
							return [
								"January",
								"February",
								"March",
								"April",
								"May",
								"June",
								"July",
								"August",
								"September",
								"October",
								"November",
								"December"
							];
						};
						en.prototype.atReboot = function() {
							return "Run once, at startup";
						};
						return en;
					}();
				}),
				515: ((__unused_webpack_module, exports) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					function assert(value, message) {
						if (!value) throw new Error(message);
					}
					exports["default"] = function() {
						function RangeValidator() {}
						RangeValidator.secondRange = function(parse) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var second = parseInt(parsed[i], 10);
								assert(second >= 0 && second <= 59, "seconds part must be >= 0 and <= 59");
							}
						};
						RangeValidator.minuteRange = function(parse) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var minute = parseInt(parsed[i], 10);
								assert(minute >= 0 && minute <= 59, "minutes part must be >= 0 and <= 59");
							}
						};
						RangeValidator.hourRange = function(parse) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var hour = parseInt(parsed[i], 10);
								assert(hour >= 0 && hour <= 23, "hours part must be >= 0 and <= 23");
							}
						};
						RangeValidator.dayOfMonthRange = function(parse) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var dayOfMonth = parseInt(parsed[i], 10);
								assert(dayOfMonth >= 1 && dayOfMonth <= 31, "DOM part must be >= 1 and <= 31");
							}
						};
						RangeValidator.monthRange = function(parse, monthStartIndexZero) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var month = parseInt(parsed[i], 10);
								assert(month >= 1 && month <= 12, monthStartIndexZero ? "month part must be >= 0 and <= 11" : "month part must be >= 1 and <= 12");
							}
						};
						RangeValidator.dayOfWeekRange = function(parse, dayOfWeekStartIndexZero) {
							var parsed = parse.split(",");
							for (var i = 0; i < parsed.length; i++) if (!isNaN(parseInt(parsed[i], 10))) {
								var dayOfWeek = parseInt(parsed[i], 10);
								assert(dayOfWeek >= 0 && dayOfWeek <= 6, dayOfWeekStartIndexZero ? "DOW part must be >= 0 and <= 6" : "DOW part must be >= 1 and <= 7");
							}
						};
						return RangeValidator;
					}();
				}),
				823: ((__unused_webpack_module, exports) => {
					Object.defineProperty(exports, "__esModule", { value: true });
					exports.StringUtilities = void 0;
					exports.StringUtilities = function() {
						function StringUtilities() {}
						StringUtilities.format = function(template) {
							var values = [];
							for (var _i = 1; _i < arguments.length; _i++) values[_i - 1] = arguments[_i];
							return template.replace(/%s/g, function(substring) {
								var args = [];
								for (var _i = 1; _i < arguments.length; _i++) args[_i - 1] = arguments[_i];
								return values.shift();
							});
						};
						StringUtilities.containsAny = function(text, searchStrings) {
							return searchStrings.some(function(c) {
								return text.indexOf(c) > -1;
							});
						};
						return StringUtilities;
					}();
				})
			};
			var __webpack_module_cache__ = {};
			function __webpack_require__(moduleId) {
				var cachedModule = __webpack_module_cache__[moduleId];
				if (cachedModule !== void 0) return cachedModule.exports;
				var module = __webpack_module_cache__[moduleId] = { exports: {} };
				__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
				return module.exports;
			}
			var __webpack_exports__ = {};
			(() => {
				var exports = __webpack_exports__;
				Object.defineProperty(exports, "__esModule", { value: true });
				exports.toString = void 0;
				var expressionDescriptor_1 = __webpack_require__(333);
				var enLocaleLoader_1 = __webpack_require__(747);
				expressionDescriptor_1.ExpressionDescriptor.initialize(new enLocaleLoader_1.enLocaleLoader());
				exports["default"] = expressionDescriptor_1.ExpressionDescriptor;
				exports.toString = expressionDescriptor_1.ExpressionDescriptor.toString;
			})();
			return __webpack_exports__;
		})();
	});
}));

// node_modules/@actions/workflow-parser/dist/model/converter/cron-constants.js
const MONTHS = {
	jan: 1,
	feb: 2,
	mar: 3,
	apr: 4,
	may: 5,
	jun: 6,
	jul: 7,
	aug: 8,
	sep: 9,
	oct: 10,
	nov: 11,
	dec: 12
};
const DAYS = {
	sun: 0,
	mon: 1,
	tue: 2,
	wed: 3,
	thu: 4,
	fri: 5,
	sat: 6
};
const MINUTE_RANGE = {
	min: 0,
	max: 59
};
const HOUR_RANGE = {
	min: 0,
	max: 23
};
const DOM_RANGE = {
	min: 1,
	max: 31
};
const MONTH_RANGE = {
	min: 1,
	max: 12,
	names: MONTHS
};
const DOW_RANGE = {
	min: 0,
	max: 6,
	names: DAYS
};

// node_modules/@actions/workflow-parser/dist/model/converter/cron.js
var import_cronstrue = /* @__PURE__ */ __toESM(require_cronstrue(), 1);
function isValidCron(cron) {
	const parts = cron.split(/ +/);
	if (parts.length != 5) return false;
	const [minutes, hours, dom, months, dow] = parts;
	return validateCronPart(minutes, MINUTE_RANGE) && validateCronPart(hours, HOUR_RANGE) && validateCronPart(dom, DOM_RANGE) && validateCronPart(months, MONTH_RANGE) && validateCronPart(dow, DOW_RANGE);
}
function validateCronPart(value, range, allowSeparators = true) {
	if (range.names && range.names[value.toLowerCase()] !== void 0) return true;
	if (value === "*") return true;
	if (value.includes(",")) {
		if (!allowSeparators) return false;
		return value.split(",").every((v) => v && validateCronPart(v, range));
	}
	if (value.includes("/")) {
		if (!allowSeparators) return false;
		const [start, step, ...rest] = value.split("/");
		const stepNumber = +step;
		if (rest.length > 0 || isNaN(stepNumber) || stepNumber <= 0 || !start || !step) return false;
		return validateCronPart(start, range) && validateCronPart(step, range, false);
	}
	if (value.includes("-")) {
		if (!allowSeparators) return false;
		const [start, end, ...rest] = value.split("-");
		if (rest.length > 0 || !start || !end) return false;
		const startNumber = convertToNumber(start, range.names);
		const endNumber = convertToNumber(end, range.names);
		return validateCronPart(start, range, false) && validateCronPart(end, range, false) && endNumber >= startNumber;
	}
	const number = +value;
	return !isNaN(number) && number >= range.min && number <= range.max;
}
function convertToNumber(value, names) {
	if (names && names[value.toLowerCase()] !== void 0) return +names[value.toLowerCase()];
	else return +value;
}

// node_modules/@actions/workflow-parser/dist/model/converter/string-list.js
function convertStringList(name, token) {
	const result = [];
	for (const item of token) result.push(item.assertString(`${name} item`).value);
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/workflow-template.js
var InputType;
(function(InputType) {
	InputType["string"] = "string";
	InputType["choice"] = "choice";
	InputType["boolean"] = "boolean";
	InputType["environment"] = "environment";
})(InputType || (InputType = {}));

// node_modules/@actions/workflow-parser/dist/model/converter/workflow-call.js
function convertEventWorkflowCall(context, token) {
	const result = {};
	for (const item of token) switch (item.key.assertString("workflow dispatch input key").value) {
		case "inputs":
			result.inputs = convertWorkflowInputs(context, item.value.assertMapping("workflow dispatch inputs"));
			break;
		case "secrets": result.secrets = convertWorkflowCallSecrets(context, item.value.assertMapping("workflow dispatch inputs"));
	}
	return result;
}
function convertWorkflowInputs(context, token) {
	const result = {};
	for (const item of token) {
		const inputName = item.key.assertString("input name");
		const inputMapping = item.value.assertMapping("input configuration");
		result[inputName.value] = convertWorkflowInput(context, inputMapping);
	}
	return result;
}
function convertWorkflowInput(context, token) {
	const result = { type: InputType.string };
	let defaultValue;
	for (const item of token) {
		const key = item.key.assertString("workflow dispatch input key");
		switch (key.value) {
			case "description":
				result.description = item.value.assertString("input description").value;
				break;
			case "required":
				result.required = item.value.assertBoolean("input required").value;
				break;
			case "default":
				defaultValue = item.value.assertScalar("input default");
				break;
			case "type":
				result.type = InputType[item.value.assertString("input type").value];
				break;
			case "options":
				result.options = convertStringList("input options", item.value.assertSequence("input options"));
				break;
			default: context.error(item.key, `Invalid key '${key.value}'`);
		}
	}
	if (defaultValue !== void 0 && !defaultValue.isExpression) try {
		switch (result.type) {
			case InputType.boolean:
				result.default = defaultValue.assertBoolean("input default").value;
				break;
			case InputType.string:
			case InputType.choice:
			case InputType.environment: result.default = defaultValue.assertString("input default").value;
		}
	} catch (e) {
		context.error(defaultValue, e);
	}
	if (result.type === InputType.choice) {
		if (result.options === void 0 || result.options.length === 0) context.error(token, "Missing 'options' for choice input");
	} else if (result.options !== void 0) context.error(token, "Input type is not 'choice', but 'options' is defined");
	return result;
}
function convertWorkflowCallSecrets(context, token) {
	const result = {};
	for (const item of token) {
		const secretName = item.key.assertString("secret name");
		result[secretName.value] = convertWorkflowCallSecret(context, item.value);
	}
	return result;
}
function convertWorkflowCallSecret(context, token) {
	const result = {};
	if (isMapping(token)) for (const item of token) switch (item.key.assertString("workflow call secret key").value) {
		case "description":
			result.description = item.value.assertString("secret description").value;
			break;
		case "required": result.required = item.value.assertBoolean("secret required").value;
	}
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/converter/workflow-dispatch.js
function convertEventWorkflowDispatchInputs(context, token) {
	const result = {};
	for (const item of token) switch (item.key.assertString("workflow dispatch input key").value) {
		case "inputs": result.inputs = convertWorkflowDispatchInputs(context, item.value.assertMapping("workflow dispatch inputs"));
	}
	return result;
}
function convertWorkflowDispatchInputs(context, token) {
	const result = {};
	for (const item of token) {
		const inputName = item.key.assertString("input name");
		const inputMapping = item.value.assertMapping("input configuration");
		result[inputName.value] = convertWorkflowDispatchInput(context, inputMapping);
	}
	return result;
}
function convertWorkflowDispatchInput(context, token) {
	const result = { type: InputType.string };
	let defaultValue;
	for (const item of token) {
		const key = item.key.assertString("workflow dispatch input key");
		switch (key.value) {
			case "description":
				result.description = item.value.assertString("input description").value;
				break;
			case "required":
				result.required = item.value.assertBoolean("input required").value;
				break;
			case "default":
				defaultValue = item.value.assertScalar("input default");
				break;
			case "type":
				result.type = InputType[item.value.assertString("input type").value];
				break;
			case "options":
				result.options = convertStringList("input options", item.value.assertSequence("input options"));
				break;
			default: context.error(item.key, `Invalid key '${key.value}'`);
		}
	}
	if (defaultValue !== void 0) try {
		switch (result.type) {
			case InputType.boolean:
				result.default = defaultValue.assertBoolean("input default").value;
				break;
			case InputType.string:
			case InputType.choice:
			case InputType.environment: result.default = defaultValue.assertString("input default").value;
		}
	} catch (e) {
		context.error(defaultValue, e);
	}
	if (result.type === InputType.choice) {
		if (result.options === void 0 || result.options.length === 0) context.error(token, "Missing 'options' for choice input");
	} else if (result.options !== void 0) context.error(token, "Input type is not 'choice', but 'options' is defined");
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/converter/events.js
function convertOn(context, token) {
	if (isLiteral$1(token)) return { [token.assertString("on").value]: {} };
	if (isSequence(token)) {
		const result = {};
		for (const item of token) {
			const event = item.assertString("on");
			result[event.value] = {};
		}
		return result;
	}
	if (isMapping(token)) {
		const result = {};
		for (const item of token) {
			const eventName = item.key.assertString("event name").value;
			if (item.value.templateTokenType === TokenType$1.Null) {
				result[eventName] = {};
				continue;
			}
			if (eventName === "schedule") {
				result.schedule = convertSchedule(context, item.value.assertSequence(`event ${eventName}`));
				continue;
			}
			const eventToken = item.value.assertMapping(`event ${eventName}`);
			if (eventName === "workflow_call") {
				result.workflow_call = convertEventWorkflowCall(context, eventToken);
				continue;
			}
			if (eventName === "workflow_dispatch") {
				result.workflow_dispatch = convertEventWorkflowDispatchInputs(context, eventToken);
				continue;
			}
			result[eventName] = {
				...convertPatternFilter("branches", eventToken),
				...convertPatternFilter("tags", eventToken),
				...convertPatternFilter("paths", eventToken),
				...convertFilter("types", eventToken),
				...convertFilter("versions", eventToken),
				...convertFilter("names", eventToken),
				...convertFilter("workflows", eventToken)
			};
		}
		return result;
	}
	context.error(token, "Invalid format for 'on'");
	return {};
}
function convertPatternFilter(name, token) {
	const result = {};
	for (const item of token) switch (item.key.assertString(`${name} filter key`).value) {
		case name:
			if (isString(item.value)) result[name] = [item.value.value];
			else result[name] = convertStringList(name, item.value.assertSequence(`${name} list`));
			break;
		case `${name}-ignore`: if (isString(item.value)) result[`${name}-ignore`] = [item.value.value];
		else result[`${name}-ignore`] = convertStringList(`${name}-ignore`, item.value.assertSequence(`${name}-ignore list`));
	}
	return result;
}
function convertFilter(name, token) {
	const result = {};
	for (const item of token) switch (item.key.assertString(`${name} filter key`).value) {
		case name: if (isString(item.value)) result[name] = [item.value.value];
		else result[name] = convertStringList(name, item.value.assertSequence(`${name} list`));
	}
	return result;
}
function convertSchedule(context, token) {
	const result = [];
	for (const item of token) {
		const mappingToken = item.assertMapping(`event schedule`);
		const config = { cron: "" };
		let valid = true;
		for (const entry of mappingToken) {
			const key = entry.key.assertString(`schedule key`);
			if (key.value === "cron") {
				const cron = entry.value.assertString(`schedule cron`);
				if (!isValidCron(cron.value)) context.error(cron, "Invalid cron expression. Expected format: '* * * * *' (minute hour day month weekday)");
				config.cron = cron.value;
			} else if (key.value === "timezone") config.timezone = entry.value.assertString(`schedule timezone`).value;
			else {
				context.error(key, `Invalid schedule key`);
				valid = false;
			}
		}
		if (valid && config.cron) result.push(config);
		else if (valid && !config.cron) context.error(mappingToken, "Missing required key 'cron' in schedule entry");
	}
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/converter/handle-errors.js
function handleTemplateTokenErrors(root, context, defaultValue, f) {
	let r = defaultValue;
	try {
		r = f();
	} catch (err) {
		if (err instanceof TemplateTokenError) context.error(err.token, err);
		else context.error(root, err);
	}
	return r;
}

// node_modules/@actions/workflow-parser/dist/model/converter/container.js
function convertToJobContainer(context, container) {
	let image;
	let env;
	let ports;
	let volumes;
	let options;
	for (const [, token] of TemplateToken.traverse(container)) if (token.isExpression) return;
	if (isString(container)) {
		image = container.assertString("container item");
		return { image };
	}
	const mapping = container.assertMapping("container item");
	if (mapping) for (const item of mapping) {
		const key = item.key.assertString("container item key");
		const value = item.value;
		switch (key.value) {
			case "image":
				image = value.assertString("container image");
				break;
			case "credentials":
				convertToJobCredentials(context, value);
				break;
			case "env":
				env = value.assertMapping("container env");
				for (const envItem of env) envItem.key.assertString("container env value");
				break;
			case "ports":
				ports = value.assertSequence("container ports");
				for (const port of ports) port.assertString("container port");
				break;
			case "volumes":
				volumes = value.assertSequence("container volumes");
				for (const volume of volumes) volume.assertString("container volume");
				break;
			case "options":
				options = value.assertString("container options");
				break;
			default: context.error(key, `Unexpected container item key: ${key.value}`);
		}
	}
	if (!image) context.error(container, "Container image cannot be empty");
	else return {
		image,
		env,
		ports,
		volumes,
		options
	};
}
function convertToServiceContainer(context, container) {
	let image;
	let env;
	let ports;
	let volumes;
	let options;
	let entrypoint;
	let command;
	for (const [, token] of TemplateToken.traverse(container)) if (token.isExpression) return;
	if (isString(container)) {
		image = container.assertString("container item");
		return { image };
	}
	const mapping = container.assertMapping("container item");
	if (mapping) for (const item of mapping) {
		const key = item.key.assertString("container item key");
		const value = item.value;
		switch (key.value) {
			case "image":
				image = value.assertString("container image");
				break;
			case "credentials":
				convertToJobCredentials(context, value);
				break;
			case "env":
				env = value.assertMapping("container env");
				for (const envItem of env) envItem.key.assertString("container env value");
				break;
			case "ports":
				ports = value.assertSequence("container ports");
				for (const port of ports) port.assertString("container port");
				break;
			case "volumes":
				volumes = value.assertSequence("container volumes");
				for (const volume of volumes) volume.assertString("container volume");
				break;
			case "options":
				options = value.assertString("container options");
				break;
			case "entrypoint":
				entrypoint = value.assertString("container entrypoint");
				break;
			case "command":
				command = value.assertString("container command");
				break;
			default: context.error(key, `Unexpected container item key: ${key.value}`);
		}
	}
	if (!image) context.error(container, "Container image cannot be empty");
	else return {
		image,
		env,
		ports,
		volumes,
		options,
		entrypoint,
		command
	};
}
function convertToJobServices(context, services) {
	const serviceList = [];
	const mapping = services.assertMapping("services");
	for (const service of mapping) {
		service.key.assertString("service key");
		const container = convertToServiceContainer(context, service.value);
		if (container) serviceList.push(container);
	}
	return serviceList;
}
function convertToJobCredentials(context, value) {
	const mapping = value.assertMapping("credentials");
	let username;
	let password;
	for (const item of mapping) {
		const key = item.key.assertString("credentials item");
		const value = item.value;
		switch (key.value) {
			case "username":
				username = value.assertString("credentials username");
				break;
			case "password":
				password = value.assertString("credentials password");
				break;
			default: context.error(key, `credentials key ${key.value}`);
		}
	}
	return {
		username,
		password
	};
}

// node_modules/@actions/workflow-parser/dist/model/converter/id-builder.js
const SEPARATOR = "_";
const MAX_ATTEMPTS = 1e3;
const MAX_LENGTH = 100;
var IdBuilder = class {
	constructor() {
		this.name = [];
		this.distinctNames = /* @__PURE__ */ new Set();
	}
	appendSegment(value) {
		if (value.length === 0) return;
		if (this.name.length == 0) {
			const first = value[0];
			if (this.isAlpha(first) || first == "_") {} else if (this.isNumeric(first) || first == "-") this.name.push("_");
		} else this.name.push(SEPARATOR);
		for (const c of value) if (this.isAlphaNumeric(c) || c == "_" || c == "-") this.name.push(c);
		else this.name.push(SEPARATOR);
	}
	build() {
		const original = this.name.length > 0 ? this.name.join("") : "job";
		let suffix = "";
		for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
			if (attempt === 1) suffix = "";
			else suffix = `_${attempt}`;
			const candidate = original.substring(0, Math.min(original.length, MAX_LENGTH - suffix.length)) + suffix;
			if (!this.distinctNames.has(candidate)) {
				this.distinctNames.add(candidate);
				this.name = [];
				return candidate;
			}
		}
		throw new Error("Unable to create a unique name");
	}
	/**
	* Adds a known identifier to the set of distinct ids.
	* @param value The value to add
	* @returns An error if the value is invalid, otherwise undefined
	*/
	tryAddKnownId(value) {
		if (!value || !this.isValid(value) || value.length >= MAX_LENGTH) return `The identifier '${value}' is invalid. IDs may only contain alphanumeric characters, '_', and '-'. IDs must start with a letter or '_' and and must be less than ${MAX_LENGTH} characters.`;
		if (value.startsWith("__")) return `The identifier '${value}' is invalid. IDs starting with '__' are reserved.`;
		if (this.distinctNames.has(value)) return `The identifier '${value}' may not be used more than once within the same scope.`;
		this.distinctNames.add(value);
	}
	/**
	* A name is valid if it starts with a letter or underscore, and contains only
	* letters, numbers, underscores, and hyphens.
	* @param name The string name to validate
	* @returns Whether the name is valid
	*/
	isValid(name) {
		let first = true;
		for (const c of name) {
			if (first) {
				first = false;
				if (!this.isAlpha(c) && c != "_") return false;
				continue;
			}
			if (!this.isAlphaNumeric(c) && c != "_" && c != "-") return false;
		}
		return true;
	}
	isAlphaNumeric(c) {
		return this.isAlpha(c) || this.isNumeric(c);
	}
	isNumeric(c) {
		return c >= "0" && c <= "9";
	}
	isAlpha(c) {
		return c >= "a" && c <= "z" || c >= "A" && c <= "Z";
	}
};

// node_modules/@actions/workflow-parser/dist/model/converter/job/environment.js
function convertToActionsEnvironmentRef(context, token) {
	const result = {};
	if (token.isExpression) return result;
	if (isScalar$1(token)) {
		result.name = token;
		return result;
	}
	const environmentMapping = token.assertMapping("job environment");
	for (const property of environmentMapping) {
		const propertyName = property.key.assertString("job environment key");
		if (property.key.isExpression || property.value.isExpression) continue;
		switch (propertyName.value) {
			case "name":
				result.name = property.value.assertScalar("job environment name key");
				break;
			case "url":
				result.url = property.value;
				break;
			case "deployment": if (property.value.assertBoolean("job environment deployment").value === false) result.skipDeployment = true;
		}
	}
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/converter/job/runs-on.js
function convertRunsOn(context, token) {
	const labels = convertRunsOnLabels(token);
	if (!isMapping(token)) return {
		labels,
		group: ""
	};
	let group = "";
	for (const item of token) switch (item.key.assertString("job runs-on property name").value) {
		case "group": {
			if (item.value.isExpression) continue;
			const groupName = item.value.assertString("job runs-on group name").value;
			const names = groupName.split("/");
			switch (names.length) {
				case 1:
					group = groupName;
					break;
				case 2:
					if (![
						"org",
						"organization",
						"ent",
						"enterprise"
					].includes(names[0])) {
						context.error(item.value, `Invalid runs-on group name '${groupName}. Please use 'organization/' or 'enterprise/' prefix to target a single runner group.'`);
						continue;
					}
					if (!names[1]) {
						context.error(item.value, `Invalid runs-on group name '${groupName}'.`);
						continue;
					}
					group = groupName;
					break;
				default: context.error(item.value, `Invalid runs-on group name '${groupName}. Please use 'organization/' or 'enterprise/' prefix to target a single runner group.'`);
			}
			break;
		}
		case "labels": {
			const mapLabels = convertRunsOnLabels(item.value);
			for (const label of mapLabels) labels.add(label);
			break;
		}
	}
	return {
		labels,
		group
	};
}
function convertRunsOnLabels(token) {
	const labels = /* @__PURE__ */ new Set();
	if (token.isExpression) return labels;
	if (isString(token)) {
		labels.add(token.value);
		return labels;
	}
	if (isSequence(token)) for (const item of token) {
		if (item.isExpression) continue;
		const label = item.assertString("job runs-on label sequence item");
		labels.add(label.value);
	}
	return labels;
}

// node_modules/@actions/workflow-parser/dist/model/type-guards.js
function isActionStep(step) {
	return step.uses !== void 0;
}
function isReusableWorkflowJob(job) {
	return job.type === "reusableWorkflowJob";
}

// node_modules/@actions/workflow-parser/dist/model/converter/steps.js
function convertSteps(context, steps) {
	if (!isSequence(steps)) {
		context.error(steps, "Invalid format for steps");
		return [];
	}
	const idBuilder = new IdBuilder();
	const knownStepIds = /* @__PURE__ */ new Set();
	const result = [];
	for (const item of steps) {
		const step = handleTemplateTokenErrors(steps, context, void 0, () => convertStep(context, idBuilder, knownStepIds, item));
		if (step) result.push(step);
	}
	for (const step of result) {
		if (step.id) continue;
		let id = "";
		if (isActionStep(step)) id = createActionStepId(step);
		else if ("wait" in step) id = "wait";
		else if ("wait-all" in step) id = "wait-all";
		else if ("cancel" in step) id = "cancel";
		else if ("parallel" in step) id = "parallel";
		if (!id) id = "run";
		idBuilder.appendSegment(`__${id}`);
		step.id = idBuilder.build();
	}
	return result;
}
function convertStep(context, idBuilder, knownStepIds, step) {
	const mapping = step.assertMapping("steps item");
	let run;
	let id;
	let name;
	let uses;
	let background;
	let wait;
	let waitAll;
	let cancel;
	let parallel;
	let continueOnError;
	let env;
	let ifCondition;
	for (const item of mapping) switch (item.key.assertString("steps item key").value) {
		case "id":
			id = item.value.assertString("steps item id");
			if (id) {
				const error = idBuilder.tryAddKnownId(id.value);
				if (error) context.error(id, error);
				else knownStepIds.add(id.value);
			}
			break;
		case "name":
			name = item.value.assertScalar("steps item name");
			break;
		case "run":
			run = item.value.assertScalar("steps item run");
			break;
		case "uses":
			uses = item.value.assertString("steps item uses");
			break;
		case "background":
			background = item.value.assertBoolean("steps item background").value;
			break;
		case "wait":
			wait = convertWaitTargets(context, knownStepIds, item.value, id);
			break;
		case "wait-all":
			waitAll = convertWaitAllValue(context, item.value);
			break;
		case "cancel":
			cancel = item.value.assertString("steps item cancel");
			validateTargetStepId(context, knownStepIds, cancel, id);
			break;
		case "parallel":
			parallel = item.value;
			break;
		case "env":
			env = item.value.assertMapping("step env");
			break;
		case "if":
			ifCondition = convertToIfCondition(context, item.value);
			break;
		case "continue-on-error": if (!item.value.isExpression) continueOnError = item.value.assertBoolean("steps item continue-on-error").value;
		else continueOnError = item.value.assertScalar("steps item continue-on-error");
	}
	if (run) return {
		id: id?.value || "",
		name,
		if: ifCondition || new BasicExpressionToken(void 0, void 0, "success()", void 0, void 0, void 0),
		"continue-on-error": continueOnError,
		env,
		run,
		background
	};
	if (uses) return {
		id: id?.value || "",
		name,
		if: ifCondition || new BasicExpressionToken(void 0, void 0, "success()", void 0, void 0, void 0),
		"continue-on-error": continueOnError,
		env,
		uses,
		background
	};
	if (wait) return {
		id: id?.value || "",
		name: name || createSyntheticStepName("Wait"),
		"continue-on-error": continueOnError,
		wait
	};
	if (waitAll !== void 0) return {
		id: id?.value || "",
		name: name || createSyntheticStepName("Wait for all"),
		"continue-on-error": continueOnError,
		"wait-all": waitAll
	};
	if (cancel) return {
		id: id?.value || "",
		name: name || createSyntheticStepName("Cancel"),
		"continue-on-error": continueOnError,
		cancel
	};
	if (parallel) {
		const parallelSteps = convertSteps(context, parallel);
		for (const ps of parallelSteps) {
			if ("background" in ps && ps.background !== void 0) context.error(step, "'background' is not allowed inside a parallel block. Steps in a parallel block are automatically run as background steps.");
			if ("wait" in ps) context.error(step, "'wait' is not allowed inside a parallel block.");
			if ("wait-all" in ps) context.error(step, "'wait-all' is not allowed inside a parallel block.");
			if ("cancel" in ps) context.error(step, "'cancel' is not allowed inside a parallel block.");
			if ("parallel" in ps) context.error(step, "Nested 'parallel' blocks are not allowed.");
		}
		return {
			id: id?.value || "",
			name: name || createSyntheticStepName("Parallel group"),
			parallel: parallelSteps
		};
	}
	context.error(step, context.state.featureFlags?.isEnabled("allowBackgroundSteps") ? "Expected one of uses, run, wait, wait-all, cancel, or parallel to be defined" : "Expected one of uses or run to be defined");
}
function createActionStepId(step) {
	const uses = step.uses.value;
	if (uses.startsWith("docker://")) return uses.substring(9);
	if (uses.startsWith("./") || uses.startsWith(".\\")) return "self";
	if (uses.startsWith("$/")) return "self";
	const segments = uses.split("@");
	if (segments.length != 2) return "";
	const pathSegments = segments[0].split(/[\\/]/).filter((s) => s.length > 0);
	const gitRef = segments[1];
	if (pathSegments.length >= 2 && pathSegments[0] && pathSegments[1] && gitRef) return `${pathSegments[0]}/${pathSegments[1]}`;
	return "";
}
function createSyntheticStepName(value) {
	return new StringToken(void 0, void 0, value, void 0, void 0, void 0);
}
function convertWaitTargets(context, knownStepIds, token, ownStepId) {
	if (token instanceof StringToken) {
		validateTargetStepId(context, knownStepIds, token, ownStepId);
		return [token];
	}
	const sequence = token.assertSequence("steps item wait");
	const targets = [];
	for (let i = 0; i < sequence.count; i++) {
		const target = sequence.get(i).assertString("steps item wait item");
		validateTargetStepId(context, knownStepIds, target, ownStepId);
		targets.push(target);
	}
	return targets;
}
function convertWaitAllValue(context, token) {
	if (token instanceof NullToken) return true;
	if (!token.assertBoolean("steps item wait-all").value) context.error(token, "The value of 'wait-all' must be true or omitted");
	return true;
}
function validateTargetStepId(context, knownStepIds, target, ownStepId) {
	if (target.value.startsWith("__")) context.error(target, `The identifier '${target.value}' is invalid. IDs starting with '__' are reserved.`);
	else if (ownStepId && target.value.toLowerCase() === ownStepId.value.toLowerCase()) context.error(target, `Step '${ownStepId.value}' cannot reference itself`);
	else if (!knownStepIds.has(target.value)) context.error(target, `Step references unknown step ID '${target.value}'`);
}

// node_modules/@actions/workflow-parser/dist/model/converter/job.js
function convertJob(context, jobKey, token) {
	const error = new IdBuilder().tryAddKnownId(jobKey.value);
	if (error) context.error(jobKey, error);
	let concurrency, container, env, environment, ifCondition, name, outputs, runsOn, services, strategy, snapshot;
	let needs = void 0;
	let steps = [];
	let workflowJobRef;
	let workflowJobInputs;
	let inheritSecrets = false;
	let workflowJobSecrets;
	for (const item of token) switch (item.key.assertString("job property name").value) {
		case "concurrency":
			handleTemplateTokenErrors(item.value, context, void 0, () => convertConcurrency(context, item.value));
			concurrency = item.value;
			break;
		case "container":
			convertToJobContainer(context, item.value);
			container = item.value;
			break;
		case "env":
			handleTemplateTokenErrors(item.value, context, void 0, () => {
				env = item.value.assertMapping("job env");
			});
			break;
		case "environment":
			handleTemplateTokenErrors(item.value, context, void 0, () => convertToActionsEnvironmentRef(context, item.value));
			environment = item.value;
			break;
		case "if":
			ifCondition = convertToIfCondition(context, item.value);
			break;
		case "name":
			name = item.value.assertScalar("job name");
			break;
		case "needs":
			needs = [];
			if (isString(item.value)) {
				const jobNeeds = item.value.assertString("job needs id");
				needs.push(jobNeeds);
			}
			if (isSequence(item.value)) for (const seqItem of item.value) {
				const jobNeeds = seqItem.assertString("job needs id");
				needs.push(jobNeeds);
			}
			break;
		case "outputs":
			handleTemplateTokenErrors(item.value, context, void 0, () => {
				outputs = item.value.assertMapping("job outputs");
			});
			break;
		case "runs-on":
			handleTemplateTokenErrors(item.value, context, void 0, () => convertRunsOn(context, item.value));
			runsOn = item.value;
			break;
		case "services":
			convertToJobServices(context, item.value);
			services = item.value;
			break;
		case "snapshot":
			snapshot = item.value;
			break;
		case "steps":
			steps = convertSteps(context, item.value);
			break;
		case "strategy":
			strategy = item.value;
			break;
		case "uses":
			workflowJobRef = item.value.assertString("job uses value");
			break;
		case "with":
			handleTemplateTokenErrors(item.value, context, void 0, () => {
				workflowJobInputs = item.value.assertMapping("uses-with value");
			});
			break;
		case "secrets": if (isString(item.value) && item.value.value === "inherit") inheritSecrets = true;
		else handleTemplateTokenErrors(item.value, context, void 0, () => {
			workflowJobSecrets = item.value.assertMapping("uses-secrets value");
		});
	}
	if (workflowJobRef !== void 0) return {
		type: "reusableWorkflowJob",
		id: jobKey,
		name: jobName(name, jobKey),
		needs: needs || [],
		if: ifCondition || new BasicExpressionToken(void 0, void 0, "success()", void 0, void 0, void 0),
		ref: workflowJobRef,
		"input-definitions": void 0,
		"input-values": workflowJobInputs,
		"secret-definitions": void 0,
		"secret-values": workflowJobSecrets,
		"inherit-secrets": inheritSecrets || void 0,
		outputs: void 0,
		concurrency,
		strategy
	};
	else return {
		type: "job",
		id: jobKey,
		name: jobName(name, jobKey),
		needs,
		if: ifCondition || new BasicExpressionToken(void 0, void 0, "success()", void 0, void 0, void 0),
		env,
		concurrency,
		environment,
		strategy,
		"runs-on": runsOn,
		container,
		services,
		outputs,
		steps,
		snapshot
	};
}
function jobName(name, jobKey) {
	if (name === void 0) return jobKey;
	if (isString(name) && name.value === "") return jobKey;
	return name;
}

// node_modules/@actions/workflow-parser/dist/model/converter/jobs.js
function convertJobs(context, token) {
	if (isMapping(token)) {
		const result = [];
		const jobsWithSatisfiedNeeds = [];
		const alljobsWithUnsatisfiedNeeds = [];
		for (const item of token) {
			const jobKey = item.key.assertString("job name");
			const jobDef = item.value.assertMapping(`job ${jobKey.value}`);
			const job = handleTemplateTokenErrors(token, context, void 0, () => convertJob(context, jobKey, jobDef));
			if (job) {
				result.push(job);
				const node = {
					name: job.id.value,
					needs: Object.assign([], job.needs)
				};
				if (node.needs.length > 0) alljobsWithUnsatisfiedNeeds.push(node);
				else jobsWithSatisfiedNeeds.push(node);
			}
		}
		validateNeeds(token, context, result, jobsWithSatisfiedNeeds, alljobsWithUnsatisfiedNeeds);
		return result;
	}
	context.error(token, "Invalid format for jobs");
	return [];
}
function validateNeeds(token, context, result, jobsWithSatisfiedNeeds, alljobsWithUnsatisfiedNeeds) {
	if (jobsWithSatisfiedNeeds.length == 0) {
		context.error(token, "The workflow must contain at least one job with no dependencies.");
		return;
	}
	while (jobsWithSatisfiedNeeds.length > 0) {
		const currentJob = jobsWithSatisfiedNeeds.shift();
		if (currentJob == void 0) break;
		for (let i = alljobsWithUnsatisfiedNeeds.length - 1; i >= 0; i--) {
			const unsatisfiedJob = alljobsWithUnsatisfiedNeeds[i];
			for (let j = unsatisfiedJob.needs.length - 1; j >= 0; j--) if (unsatisfiedJob.needs[j].value == currentJob.name) {
				unsatisfiedJob.needs.splice(j, 1);
				if (unsatisfiedJob.needs.length == 0) {
					jobsWithSatisfiedNeeds.push(unsatisfiedJob);
					alljobsWithUnsatisfiedNeeds.splice(i, 1);
				}
			}
		}
	}
	if (alljobsWithUnsatisfiedNeeds.length > 0) {
		const jobNames = result.map((x) => x.id.value);
		for (const unsatisfiedJob of alljobsWithUnsatisfiedNeeds) for (const need of unsatisfiedJob.needs) if (jobNames.includes(need.value)) context.error(need, `Job '${unsatisfiedJob.name}' depends on job '${need.value}' which creates a cycle in the dependency graph.`);
		else context.error(need, `Job '${unsatisfiedJob.name}' depends on unknown job '${need.value}'.`);
	}
}

// node_modules/@actions/workflow-parser/dist/model/converter/job/inputs.js
function convertWorkflowJobInputs(context, job) {
	const inputDefinitions = createTokenMap(job["input-definitions"]?.assertMapping("workflow job input definitions"), "inputs");
	const inputValues = createTokenMap(job["input-values"]?.assertMapping("workflow job input values"), "with");
	if (inputDefinitions !== void 0) for (const [, [name, value]] of inputDefinitions) {
		const inputSpec = createTokenMap(value.assertMapping(`input ${name}`), `input ${name} key`);
		if (!inputSpec?.get("type")?.[1]) continue;
		const inputSet = inputValues !== void 0 && inputValues.has(name.toLowerCase());
		if (inputSpec.get("required")?.[1].assertBoolean(`input ${name} required`).value && !inputSet) context.error(job.ref, `Input ${name} is required, but not provided while calling.`);
	}
	if (inputValues !== void 0) {
		for (const [, [name, value]] of inputValues) if (!inputDefinitions?.has(name.toLowerCase())) context.error(value, `Invalid input, ${name} is not defined in the referenced workflow.`);
	}
}
function createTokenMap(mapping, description) {
	if (!mapping) return;
	const result = /* @__PURE__ */ new Map();
	for (const item of mapping) {
		const name = item.key.assertString(`${description} key`);
		result.set(name.value.toLowerCase(), [name.value, item.value]);
	}
	return result;
}

// node_modules/@actions/workflow-parser/dist/model/converter/job/secrets.js
function convertWorkflowJobSecrets(context, job) {
	if (job["inherit-secrets"]) return;
	const secretDefinitions = createTokenMap(job["secret-definitions"]?.assertMapping("workflow job secret definitions"), "secrets");
	const secretValues = createTokenMap(job["secret-values"]?.assertMapping("workflow job secret values"), "secrets");
	if (secretDefinitions !== void 0) for (const [, [name, value]] of secretDefinitions) {
		if (value instanceof NullToken) continue;
		if (createTokenMap(value.assertMapping(`secret ${name}`), `secret ${name} key`)?.get("required")?.[1].assertBoolean(`secret ${name} required`).value) {
			if (secretValues == void 0 || !secretValues.has(name.toLowerCase())) context.error(job.ref, `Secret ${name} is required, but not provided while calling.`);
		}
	}
	if (secretValues !== void 0) {
		for (const [, [name, value]] of secretValues) if (!secretDefinitions?.has(name.toLowerCase())) context.error(value, `Invalid secret, ${name} is not defined in the referenced workflow.`);
	}
}

// node_modules/@actions/workflow-parser/dist/model/converter/referencedWorkflow.js
function convertReferencedWorkflow(context, referencedWorkflow, job) {
	const mapping = referencedWorkflow.assertMapping("root");
	const tokenForErrors = job.ref;
	for (const pair of mapping) switch (pair.key.assertString("root key").value) {
		case "on":
			handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertReferencedWorkflowOn(context, pair.value, job));
			break;
		case "jobs": job.jobs = handleTemplateTokenErrors(tokenForErrors, context, [], () => convertJobs(context, pair.value));
	}
}
function convertReferencedWorkflowOn(context, on, job) {
	const tokenForErrors = job.ref;
	switch (on.templateTokenType) {
		case TokenType$1.String:
			if (on.assertString("Reference workflow on value").value === "workflow_call") {
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobInputs(context, job));
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobSecrets(context, job));
				return;
			}
			break;
		case TokenType$1.Sequence: {
			const events = on.assertSequence("Reference workflow on value");
			for (const eventToken of events) if (eventToken.assertString(`Reference workflow on value ${eventToken}`).value === "workflow_call") {
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobInputs(context, job));
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobSecrets(context, job));
				return;
			}
			break;
		}
		case TokenType$1.Mapping: {
			const eventMapping = on.assertMapping("Reference workflow on value");
			for (const pair of eventMapping) {
				if (pair.key.assertString(`Reference workflow on value ${pair.key}`).value !== "workflow_call") continue;
				if (pair.value.templateTokenType === TokenType$1.Null) {
					handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobInputs(context, job));
					handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobSecrets(context, job));
					return;
				}
				const definitions = pair.value.assertMapping(`Reference workflow on value ${pair.key}`);
				for (const definition of definitions) switch (definition.key.assertString(`on-workflow_call-${definition.key}`).value) {
					case "inputs":
						job["input-definitions"] = definition.value.assertMapping(`on-workflow_call-${definition.key}`);
						break;
					case "outputs":
						job.outputs = definition.value.assertMapping(`on-workflow_call-${definition.key}`);
						break;
					case "secrets": job["secret-definitions"] = definition.value.assertMapping(`on-workflow_call-${definition.key}`);
				}
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobInputs(context, job));
				handleTemplateTokenErrors(tokenForErrors, context, void 0, () => convertWorkflowJobSecrets(context, job));
				return;
			}
			break;
		}
	}
	context.error(tokenForErrors, "workflow_call key is not defined in the referenced workflow.");
}

// node_modules/@actions/workflow-parser/dist/model/convert.js
var ErrorPolicy;
(function(ErrorPolicy) {
	ErrorPolicy[ErrorPolicy["ReturnErrorsOnly"] = 0] = "ReturnErrorsOnly";
	ErrorPolicy[ErrorPolicy["TryConversion"] = 1] = "TryConversion";
})(ErrorPolicy || (ErrorPolicy = {}));
const defaultOptions = {
	maxReusableWorkflowDepth: 4,
	fetchReusableWorkflowDepth: 0,
	errorPolicy: ErrorPolicy.ReturnErrorsOnly,
	featureFlags: new FeatureFlags()
};
async function convertWorkflowTemplate(context, root, fileProvider, options = defaultOptions) {
	const result = {};
	const opts = getOptionsWithDefaults(options);
	context.state.featureFlags = opts.featureFlags;
	if (context.errors.getErrors().length > 0 && opts.errorPolicy === ErrorPolicy.ReturnErrorsOnly) {
		result.errors = context.errors.getErrors().map((x) => ({ Message: x.message }));
		return result;
	}
	if (fileProvider === void 0 && opts.fetchReusableWorkflowDepth > 0) context.error(root, /* @__PURE__ */ new Error("A file provider is required to fetch reusable workflows"));
	try {
		const rootMapping = root.assertMapping("root");
		for (const item of rootMapping) switch (item.key.assertString("root key").value) {
			case "on":
				result.events = handleTemplateTokenErrors(root, context, {}, () => convertOn(context, item.value));
				break;
			case "jobs":
				result.jobs = handleTemplateTokenErrors(root, context, [], () => convertJobs(context, item.value));
				break;
			case "concurrency":
				handleTemplateTokenErrors(root, context, {}, () => convertConcurrency(context, item.value));
				result.concurrency = item.value;
				break;
			case "env": result.env = item.value;
		}
		for (const job of result.jobs || []) if (isReusableWorkflowJob(job)) {
			if (opts.maxReusableWorkflowDepth === 0) {
				context.error(job.ref, /* @__PURE__ */ new Error("Reusable workflows are not allowed"));
				continue;
			}
			if (opts.fetchReusableWorkflowDepth === 0 || fileProvider === void 0) continue;
			try {
				const file = await fileProvider.getFileContent(parseFileReference(job.ref.value));
				const workflow = parseWorkflow(file, context);
				if (!workflow.value) continue;
				convertReferencedWorkflow(context, workflow.value, job);
			} catch {
				context.error(job.ref, /* @__PURE__ */ new Error("Unable to find reusable workflow"));
			}
		}
	} catch (err) {
		if (err instanceof TemplateTokenError) context.error(err.token, err);
		else context.error(root, err);
	} finally {
		if (context.errors.getErrors().length > 0) result.errors = context.errors.getErrors().map((x) => ({ Message: x.message }));
	}
	return result;
}
function getOptionsWithDefaults(options) {
	return {
		maxReusableWorkflowDepth: options.maxReusableWorkflowDepth !== void 0 ? options.maxReusableWorkflowDepth : defaultOptions.maxReusableWorkflowDepth,
		fetchReusableWorkflowDepth: options.fetchReusableWorkflowDepth !== void 0 ? options.fetchReusableWorkflowDepth : defaultOptions.fetchReusableWorkflowDepth,
		errorPolicy: options.errorPolicy !== void 0 ? options.errorPolicy : defaultOptions.errorPolicy,
		featureFlags: options.featureFlags ?? defaultOptions.featureFlags
	};
}

// src/core/workflow/workflow-file.ts
/**
* Reads a workflow file with GitHub's own parser and checks it: schema, `needs`, conditions and references.
*
* @param label how messages name the file
* @param text YAML
*/
async function parseWorkflowFile(label, text) {
	const { root, context, problems } = readWorkflowDocument(label, text);
	if (root === void 0 || problems.length > 0) return {
		kind: "invalid",
		problems: withoutRepeats(problems.map(explainKey))
	};
	await convertWorkflowTemplate(context, root);
	const found = withoutRepeats(problemsOf(label, context));
	if (found.length > 0) return {
		kind: "invalid",
		problems: found
	};
	const on = childOf(root, "on");
	return {
		kind: "workflow",
		workflow: {
			label,
			name: childOf(root, "name")?.toString(),
			runName: childOf(root, "run-name"),
			triggers: readTriggers(on),
			call: readCallInterface(on),
			dispatchInputs: readDispatchInputs(on),
			permissions: readPermissions(childOf(root, "permissions")),
			hasConcurrency: childOf(root, "concurrency") !== void 0,
			env: childOf(root, "env"),
			defaultsRun: childOf(childOf(root, "defaults"), "run"),
			jobs: entriesOf$1(childOf(root, "jobs")).map(({ key, keyToken, value }) => ({
				...readJob(key, keyToken, value),
				notDone: unsupportedKeys(label, value)
			}))
		}
	};
}
/** One message a place. */
function withoutRepeats(problems) {
	const seen = /* @__PURE__ */ new Set();
	return problems.filter(({ line, column }) => {
		const place = `${line}:${column}`;
		if (line === void 0) return true;
		if (seen.has(place)) return false;
		seen.add(place);
		return true;
	});
}
function readTriggers(on) {
	if (on === void 0) return [];
	if (isString(on)) return [{
		event: on.value,
		settings: void 0,
		token: on
	}];
	if (isSequence(on)) return [...on].map((token) => ({
		event: token.toString(),
		settings: void 0,
		token
	}));
	return entriesOf$1(on).map(({ key, keyToken, value }) => ({
		event: key,
		settings: isMapping(value) || isSequence(value) ? value : void 0,
		token: keyToken
	}));
}
function readNeeds(token) {
	if (token === void 0) return [];
	return isSequence(token) ? [...token].map((one) => one.toString()) : [token.toString()];
}
function readJob(id, token, job) {
	const uses = childOf(job, "uses");
	return {
		id,
		token,
		job,
		name: childOf(job, "name"),
		needs: readNeeds(childOf(job, "needs")),
		condition: conditionOf(childOf(job, "if")),
		permissions: readPermissions(childOf(job, "permissions")),
		strategy: childOf(job, "strategy"),
		env: childOf(job, "env"),
		defaultsRun: childOf(childOf(job, "defaults"), "run"),
		continueOnError: childOf(job, "continue-on-error"),
		timeoutMinutes: childOf(job, "timeout-minutes"),
		runsOn: childOf(job, "runs-on"),
		outputs: childOf(job, "outputs"),
		environment: childOf(job, "environment"),
		steps: readSteps(childOf(job, "steps")),
		call: uses === void 0 ? void 0 : {
			uses: uses.toString(),
			token: uses,
			with: childOf(job, "with"),
			secrets: childOf(job, "secrets")
		}
	};
}

// src/local/base-environment.ts
/** What a step must not see: another run's variables, this program's own, and npm's. */
const FOREIGN = /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_|npm_|NODE_OPTIONS$|NODE_ICU_DATA$|TURNPIKE_|VIRTUAL_ENV$|CI$)/;
/** Names that look like secrets. A hosted runner would not have them, and a step should not find them by chance. */
const SECRET_LIKE = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_?KEY|ACCESS_KEY|SESSION_KEY)/i;
/**
* @param env environment of this process
* @param passed names that are handed on
* @returns names that steps do not get because they look like secrets
*/
function withheldNames(env, passed) {
	return Object.keys(definedVariables(env)).filter((name) => SECRET_LIKE.test(name) && !FOREIGN.test(name) && !passed.includes(name)).sort();
}
/**
* The machine's environment as steps inherit it: all that makes programs run here, without secrets.
*
* @param env environment of this process
* @param passed names that are handed on in spite of how they look
*/
function baseEnvironment(env, passed) {
	const kept = Object.entries(definedVariables(env)).filter(([name]) => passed.includes(name) || !FOREIGN.test(name) && !SECRET_LIKE.test(name));
	return Object.fromEntries(kept);
}

// src/local/executor/identity.ts
/**
* @param workflow a workflow with all that it calls
* @param granted what its caller grants, where there is one
* @returns whether any job may ask for an OIDC token
*/
function needsIdentity(workflow, granted) {
	return workflow.file.jobs.some((job) => {
		const effective = job.permissions ?? workflow.file.permissions ?? granted;
		const called = workflow.calls.get(job.id);
		return called === void 0 ? effective?.["id-token"] === "write" : needsIdentity(called, effective);
	});
}

// src/local/executor/job-list.ts
/** Numbers the jobs of a run and tells the REST API of them. */
var JobList = class {
	#facts;
	#clock;
	#record;
	#jobs = /* @__PURE__ */ new Map();
	/**
	* @param facts the run
	* @param clock wall time
	* @param record takes each change
	*/
	constructor(facts, clock, record) {
		this.#facts = facts;
		this.#clock = clock;
		this.#record = record;
	}
	/** @returns the id of a job that starts now */
	start(name) {
		const id = this.#jobs.size + 1;
		const now = this.#clock.now().toISOString();
		this.#change({
			id,
			name,
			status: "in_progress",
			conclusion: null,
			createdAt: now,
			startedAt: now,
			completedAt: null,
			url: `${SERVER_URL}/${this.#facts.repository}/actions/runs/${this.#facts.runId}/job/${id}`
		});
		return id;
	}
	/** Notes that a job has ended. */
	end(id, conclusion) {
		const job = this.#jobs.get(id);
		if (job === void 0) return;
		this.#change({
			...job,
			status: "completed",
			conclusion,
			completedAt: this.#clock.now().toISOString()
		});
	}
	#change(job) {
		this.#jobs.set(job.id, job);
		this.#record(job);
	}
};

// src/local/executor/call.ts
/** Secrets that the called workflow gets: all with `inherit`, else the ones that are passed by name. */
function passedSecrets(call, of) {
	if (call.secrets === void 0) return {};
	if (call.secrets.isScalar) return { ...of.own };
	const given = new Map(entriesOf$1(call.secrets).map(({ key, value }) => [key.toLowerCase(), value]));
	return Object.fromEntries(of.takes.secrets.flatMap(({ name }) => {
		const token = given.get(name.toLowerCase());
		return token === void 0 ? [] : [[name, evaluateText(token, of.caller)]];
	}));
}
/** Outputs of the called workflow, from its jobs; empty ones are left out. */
function calledOutputs(takes, of) {
	const results = Object.fromEntries([...of.jobs].map(([id, { result, outputs }]) => [id, {
		result,
		outputs: { ...outputs }
	}]));
	const contexts = {
		...of.called.contexts,
		inputs: of.inputs,
		jobs: toValue(results)
	};
	const scope = {
		...of.called,
		contexts
	};
	const all = takes.outputs.map(({ name, value }) => [name, evaluateText(value, scope)]);
	return Object.fromEntries(all.filter(([, text]) => text !== ""));
}
/**
* Runs the workflow that a job calls.
*
* @param shared the run
* @param leg the calling job
* @param runFrame runs all jobs of a workflow
* @throws TurnpikeError `WORKFLOW_INVALID` when an input has the wrong type
*/
async function runCall(shared, leg, runFrame) {
	const { frame, definition, nodeId } = leg;
	const { call } = definition;
	const workflow = frame.workflow.calls.get(definition.id);
	const takes = workflow?.file.call;
	if (call === void 0 || workflow === void 0 || takes === void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The workflow that ${nodeId} calls was not read.`);
	const { github, vars } = leg.contexts;
	const caller = {
		contexts: {
			...leg.contexts,
			secrets: toValue(frame.secrets)
		},
		functions: []
	};
	const called = {
		contexts: {
			...github === void 0 ? {} : { github },
			...vars === void 0 ? {} : { vars }
		},
		functions: []
	};
	const inputs = callInputs(frame.workflow.file.label, call, {
		takes,
		caller,
		called
	});
	if (inputs.kind === "wrong") throw new TurnpikeError("WORKFLOW_INVALID", "config", "Inputs do not fit.", { problems: inputs.problems });
	const began = shared.clock.monotonicMs();
	shared.emit({
		kind: "job-started",
		jobId: nodeId
	});
	const { result, jobs } = await runFrame({
		workflow,
		idPrefix: `${nodeId}/`,
		namePrefix: `${leg.name} / `,
		parent: nodeId,
		inputs: inputs.value,
		secrets: passedSecrets(call, {
			takes,
			caller,
			own: frame.secrets
		}),
		permissions: leg.permissions,
		signal: leg.signal
	});
	const outputs = calledOutputs(takes, {
		called,
		inputs: inputs.value,
		jobs
	});
	const durationMs = shared.clock.monotonicMs() - began;
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion: result,
		outputs,
		durationMs
	});
	return {
		result,
		outputs
	};
}

// src/local/find-files.ts
async function kindOf(path, followLinks) {
	const info = await (followLinks ? stat(path) : lstat(path)).catch(() => void 0);
	if (info === void 0) return void 0;
	return info.isDirectory() ? "folder" : "file";
}
/**
* Finds files as `@actions/glob` does (actions/toolkit packages/glob/src/internal-globber.ts).
*
* @param text patterns, one a line
* @param root absolute folder that relative patterns start from
* @param options links and hidden files
*/
async function findFiles(text, root, options) {
	const patterns = readGlobs(text, root);
	const files = [];
	for (const path of patterns.searchPaths) await walk(path, {
		patterns,
		options,
		files,
		above: []
	});
	return {
		files,
		searchPaths: patterns.searchPaths
	};
}
async function walk(path, at) {
	const { patterns, options, files } = at;
	const kind = await kindOf(path, options.followLinks);
	if (kind === void 0) return;
	if (kind === "file") {
		if (patterns.includes(path)) files.push(path);
		return;
	}
	if (!patterns.mayHold(path)) return;
	const real = options.followLinks ? await realpath(path) : path;
	if (at.above.includes(real)) return;
	for (const name of (await readdir(path)).sort()) {
		if (options.skipHidden && name.startsWith(".")) continue;
		await walk(join(path, name), {
			...at,
			above: [...at.above, real]
		});
	}
}
/**
* The hash of `hashFiles`: SHA-256 over the SHA-256 of each file below the folder
* (actions/runner src/Misc/expressionFunc/hashFiles/src/hashFiles.ts). Files are taken in the order of their names.
*
* @returns lower-case hex; empty when no file matches
*/
async function hashFiles(text, folder, followLinks) {
	const { files } = await findFiles(text, folder, {
		followLinks,
		skipHidden: false
	});
	const inside = files.filter((file) => file.startsWith(`${folder}/`));
	if (inside.length === 0) return "";
	const whole = createHash("sha256");
	for (const file of inside) {
		const one = createHash("sha256");
		await pipeline(createReadStream(file), one);
		whole.update(one.digest());
	}
	return whole.digest("hex");
}

// src/local/executor/frame.ts
/** Variables that the step sees as `env`. */
function visibleEnv(job, view) {
	return {
		...job.env,
		...view.frame.env,
		...view.env
	};
}
/** The `github` context of a step. */
function githubOf(job, view) {
	const status = view.frame.actionStatus?.();
	return {
		...job.start.github,
		...status === void 0 ? {} : { action_status: status },
		...view.github
	};
}
function scopeOf(job, view, hashes) {
	const { frame } = view;
	return {
		contexts: {
			...job.start.contexts,
			...frame.inputs === void 0 ? {} : { inputs: frame.inputs },
			github: toValue(githubOf(job, view)),
			env: toEnvironment(visibleEnv(job, view)),
			job: toValue({
				...job.start.jobContext,
				status: job.status
			}),
			steps: job.stepsContext(frame.scope)
		},
		functions: [...stepStatusFunctions(job.status, frame.actionStatus?.()), hashes]
	};
}
/**
* Evaluates something of a step. `hashFiles` reads files, which takes time, and the evaluator does not wait: what is
* asked for is noted, read, and the evaluation repeated.
*
* @param job the job
* @param view the step
* @param read what to evaluate
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
async function evaluateIn(job, view, read) {
	const known = /* @__PURE__ */ new Map();
	for (;;) {
		const wanted = /* @__PURE__ */ new Map();
		const value = read(scopeOf(job, view, {
			name: "hashfiles",
			minArgs: 1,
			maxArgs: 255,
			call: (...args) => {
				const patterns = args.map((arg) => arg.coerceString());
				const key = patterns.join("\n");
				const hash = known.get(key);
				if (hash === void 0) wanted.set(key, patterns);
				return new StringData(hash ?? "");
			}
		}));
		if (wanted.size === 0) return value;
		for (const [key, patterns] of wanted) known.set(key, await hashOf(patterns, job.start.workspace));
	}
}
/** As actions/runner src/Runner.Worker/Expressions/HashFilesFunction.cs and src/Misc/expressionFunc/hashFiles. */
async function hashOf(patterns, workspace) {
	const [first = "", ...rest] = patterns;
	const followSymbolicLinks = first.toLowerCase() === "--follow-symbolic-links";
	if (first.startsWith("--") && !followSymbolicLinks) {
		const message = `Invalid glob option ${first}, avaliable option: '--follow-symbolic-links'.`;
		throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
	}
	const globs = (followSymbolicLinks ? rest : patterns).join("\n");
	return await hashFiles(globs, workspace, followSymbolicLinks);
}

// src/local/executor/guard.ts
/**
* Runs one step: asks its condition, and stops it when the job is cancelled and the condition, asked again, does not
* hold any more (actions/runner src/Runner.Worker/StepsRunner.cs, RunAsync).
*
* @param job the job
* @param step what to run
* @returns what it came to, before `continue-on-error`
*/
async function runGuarded(job, step) {
	const asked = await ask$1(job, step);
	if (asked === "no") return "skipped";
	if (asked === "error") return "failure";
	const controller = new AbortController();
	let isTimedOut = false;
	const stop = () => controller.abort();
	const onCancel = () => {
		ask$1(job, step).then((again) => {
			if (again !== "yes") stop();
		});
	};
	const { cancel, shared } = job.start;
	step.parent?.addEventListener("abort", stop, { once: true });
	if (step.parent?.aborted === true) stop();
	if (!cancel.signal.aborted) cancel.signal.addEventListener("abort", onCancel, { once: true });
	const minutes = step.timeoutMinutes ?? 0;
	const timer = minutes > 0 ? setTimeout(onTimeout, Math.min(minutes * shared.minuteMs, 2 ** 31 - 1)) : void 0;
	function onTimeout() {
		isTimedOut = true;
		stop();
	}
	try {
		const { view, output } = step;
		const result = await step.run({
			job,
			view,
			output,
			signal: controller.signal
		});
		if (!isTimedOut) return result;
		output.report("error", `The action '${step.name}' has timed out after ${minutes} minutes.`);
		return "failure";
	} catch (error) {
		step.output.report("error", messageOf(error));
		return "failure";
	} finally {
		clearTimeout(timer);
		cancel.signal.removeEventListener("abort", onCancel);
		step.parent?.removeEventListener("abort", stop);
	}
}
async function ask$1(job, { condition, view, output }) {
	try {
		return await evaluateIn(job, view, (scope) => isTrue$1(condition, scope)) ? "yes" : "no";
	} catch (error) {
		output.report("error", messageOf(error));
		return "error";
	}
}
/** @returns what a person should read of a failure */
function messageOf(error) {
	if (error instanceof TurnpikeError) {
		const problems = error.problems.map(({ where, line, message }) => `${where}${line === void 0 ? "" : `:${line}`} ${message}`);
		return [
			error.message,
			...problems,
			...error.hint === void 0 ? [] : [error.hint]
		].join("\n");
	}
	return error instanceof Error ? error.message : String(error);
}

// src/local/executor/defined-step.ts
/**
* A step's name as the log shows it: as written, else `Run …` (actions/runner src/Runner.Worker/ActionRunner.cs,
* GenerateDisplayName).
*/
async function displayName(job, definition, frame) {
	const { work } = definition;
	const token = definition.name ?? (work.kind === "run" ? work.script : work.token);
	const view = {
		frame,
		env: {},
		github: { action: definition.id }
	};
	const line = (await evaluateIn(job, view, (scope) => evaluateText(token, scope)).catch(() => token.toString())).trimStart().split(/\r?\n/)[0] ?? "";
	return job.start.shared.masker.mask(definition.name === void 0 ? `Run ${line}` : line);
}

// src/local/executor/job-outputs.ts
/** UTF-16 bytes of all outputs of a job (docs.github.com, Passing information between jobs). */
const LIMIT_BYTES = 1048576;
/**
* Outputs of a job. Empty ones are left out, ones with a secret are dropped
* (actions/runner src/Runner.Worker/JobExtension.cs, FinalizeJob).
*
* @param job the job, all steps done
* @param view where they are evaluated
* @param output where it is told
*/
async function readOutputs(job, view, output) {
	const { outputs } = job.start.definition;
	if (outputs === void 0) return {};
	const kept = {};
	try {
		const found = await evaluateIn(job, view, (scope) => evaluateMap(outputs, scope));
		output.print("Evaluate and set job outputs");
		let bytes = 0;
		for (const [name, value] of Object.entries(found)) {
			if (value === "") continue;
			bytes += 2 * (name.length + value.length);
			if (job.start.shared.masker.mask(value) !== value) output.report("warning", `Skip output '${name}' since it may contain secret.`);
			else if (bytes > LIMIT_BYTES) output.report("error", `Skip output '${name}': the outputs of a job may take 1 MB together.`);
			else {
				output.print(`Set output '${name}'`);
				kept[name] = value;
			}
		}
	} catch (error) {
		output.report("error", "Fail to evaluate job outputs");
		output.report("error", messageOf(error));
		if (job.status === "success") job.status = "failure";
	}
	return kept;
}

// src/local/executor/job-start.ts
/** @returns which workflow file the job stands in: `job.workflow_*` and the `job_workflow_*` claims */
function jobWorkflow(leg) {
	const { source, path } = leg.frame.workflow;
	return {
		repository: source.repository,
		path,
		ref: source.ref,
		sha: source.sha
	};
}
/** @returns name of the job's environment; empty when there is none */
function environmentName(leg) {
	const { environment } = leg.definition;
	if (environment === void 0) return "";
	const token = environment.isScalar ? environment : childOf(environment, "name");
	return evaluateText(token, {
		contexts: leg.contexts,
		functions: []
	});
}
function runnerFacts(shared, home) {
	return {
		name: "turnpike",
		os: {
			darwin: "macOS",
			win32: "Windows"
		}[process.platform] ?? "Linux",
		arch: process.arch === "arm64" ? "ARM64" : "X64",
		temp: home.temp,
		tool_cache: shared.toolCache,
		workspace: home.work,
		environment: "self-hosted",
		...shared.isDebug ? { debug: "1" } : {}
	};
}
/**
* Makes the folders of a job, its tokens and its contexts.
*
* @param shared the run
* @param leg the job
* @param of its number in the run, and what cancels it
*/
async function startJob(shared, leg, of) {
	const { frame, definition, nodeId, permissions } = leg;
	const { facts, services } = shared;
	const name = facts.repository.split("/")[1] ?? "work";
	const home = join(shared.temp, String(of.number));
	const [work, temp, eventPath] = [
		join(home, name),
		join(home, "_temp"),
		join(home, "event.json")
	];
	const workspace = join(work, name);
	await mkdir(workspace, { recursive: true });
	await mkdir(temp, { recursive: true });
	await writeFile(eventPath, JSON.stringify(facts.payload, void 0, 2));
	const api = services.apiEnv({
		jobId: nodeId,
		permissions
	});
	const runtime = services.runtimeEnv({
		jobId: nodeId,
		cacheMode: shared.cacheMode
	});
	const workflow = jobWorkflow(leg);
	const claims = oidcClaims(facts, workflow, environmentName(leg));
	const oidc = permissions["id-token"] === "write" ? services.oidcEnv({
		jobId: nodeId,
		claims
	}) : {};
	shared.masker.add(api.token);
	for (const [key, value] of Object.entries({
		...runtime,
		...oidc
	})) if (key.endsWith("_TOKEN")) shared.masker.add(value);
	const runner = runnerFacts(shared, {
		temp,
		work
	});
	const apiUrl = api.env["GITHUB_API_URL"] ?? "https://api.github.com";
	const job = {
		check_run_id: of.number,
		workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
		workflow_sha: workflow.sha,
		workflow_repository: workflow.repository,
		workflow_file_path: workflow.path
	};
	return {
		shared,
		nodeId,
		definition,
		source: frame.workflow.source,
		permissions,
		workspace,
		temp,
		github: githubContext(facts, {
			job: definition.id,
			workspace,
			eventPath,
			token: api.token,
			apiUrl
		}),
		contexts: {
			...leg.contexts,
			runner: toValue(runner),
			secrets: toValue({
				...frame.secrets,
				github_token: api.token
			})
		},
		jobContext: job,
		runtimeEnv: {
			...runtime,
			...services.sigstoreEnv()
		},
		oidcEnv: oidc,
		runnerEnv: Object.fromEntries(Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value])),
		cancel: of.cancel
	};
}

// src/local/executor/job-state.ts
/** What changes while the steps of a job run. */
var JobState = class {
	start;
	status = "success";
	env = {};
	defaultsRun = {};
	prepended = [];
	/** Post steps, the last one first. */
	posts = [];
	/** State of JavaScript actions between main and post, by scope and step. */
	actionState = /* @__PURE__ */ new Map();
	#steps = /* @__PURE__ */ new Map();
	constructor(start) {
		this.start = start;
		const onCancel = () => {
			this.status = "cancelled";
		};
		if (start.cancel.signal.aborted) onCancel();
		else start.cancel.signal.addEventListener("abort", onCancel, { once: true });
	}
	/** Folders in front of PATH, the newest first. */
	addPath(folder) {
		this.prepended = prependPath(this.prepended, folder);
	}
	#step(scope, id) {
		const steps = this.#steps.get(scope) ?? /* @__PURE__ */ new Map();
		this.#steps.set(scope, steps);
		const step = steps.get(id) ?? {
			outputs: {},
			record: void 0
		};
		steps.set(id, step);
		return step;
	}
	setOutput(scope, id, output) {
		this.#step(scope, id).outputs[output.name] = output.value;
	}
	setRecord(scope, id, record) {
		this.#step(scope, id).record = record;
	}
	/** The `steps` context of a scope: the job's own is empty text (actions/runner src/Runner.Worker/StepsContext.cs). */
	stepsContext(scope) {
		const steps = [...this.#steps.get(scope) ?? []].filter(([id]) => !id.startsWith("__"));
		return toValue(Object.fromEntries(steps.map(([id, { outputs, record }]) => [id, {
			outputs: { ...outputs },
			...record
		}])));
	}
};

// src/local/executor/runs-on.ts
/**
* Labels of hosted runners that this machine cannot stand in for (docs.github.com, Choosing the runner for a job).
* Labels of Linux are taken on every system: what asks for them mostly runs on a developer's machine too.
*/
const SYSTEMS = [[
	/^windows(-|$)/i,
	"win32",
	"Windows"
], [
	/^macos(-|$)/i,
	"darwin",
	"macOS"
]];
/**
* A job runs on this machine whatever its labels say, but not when they ask for another system.
*
* @param labels labels of `runs-on`
* @param platform this machine's
* @returns what is wrong, or undefined
*/
function foreignSystem(labels, platform) {
	for (const label of labels) {
		const system = SYSTEMS.find(([pattern]) => pattern.test(label));
		if (system !== void 0 && system[1] !== platform) return `runs-on asks for ${label}, and this machine is no ${system[2]}. Run the job on GitHub, or choose others with --job.`;
	}
}

// src/local/executor/command-files.ts
/** Names in the `github` context, and prefixes of the files (actions/runner src/Runner.Worker/FileCommandManager.cs). */
const FILES = {
	env: "set_env_",
	output: "set_output_",
	path: "add_path_",
	state: "save_state_",
	step_summary: "step_summary_"
};
/** The environment files of one step; each step has its own, also inside a composite action. */
var CommandFiles = class CommandFiles {
	/** Absolute paths by the name in the `github` context. */
	paths;
	constructor(paths) {
		this.paths = paths;
	}
	/**
	* @param temp absolute temp folder of the job
	* @param suffix unique text
	*/
	static async create(temp, suffix) {
		const folder = join(temp, "_runner_file_commands");
		await mkdir(folder, { recursive: true });
		const pathOf = (name) => join(folder, `${FILES[name]}${suffix}`);
		const paths = {
			env: pathOf("env"),
			output: pathOf("output"),
			path: pathOf("path"),
			state: pathOf("state"),
			step_summary: pathOf("step_summary")
		};
		await Promise.all(Object.values(paths).map((path) => writeFile(path, "")));
		return new CommandFiles(paths);
	}
	/** Does what the files say, also after a step that failed or was stopped. */
	async apply(target, output, masker) {
		for (const folder of readPaths(await this.#text("path"))) target.addPath(folder);
		this.#assign(await this.#text("env"), "env", {
			target,
			output
		});
		this.#assign(await this.#text("output"), "output", {
			target,
			output
		});
		this.#assign(await this.#text("state"), "state", {
			target,
			output
		});
		await this.#summarize(output, masker);
		await Promise.all(Object.values(this.paths).map((path) => rm(path, { force: true })));
	}
	async #text(name) {
		return await readFile(this.paths[name], "utf8").then((text) => text.replace(/^\uFEFF/, ""), () => "");
	}
	#assign(text, file, to) {
		const { assignments, fault } = readAssignments(text);
		for (const { name, value } of assignments) if (file === "output") to.target.setOutput(name, value);
		else if (file === "state") to.target.saveState(name, value);
		else if (isBlockedVariable(name)) to.output.report("error", `Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
		else to.target.setEnv(name, value);
		if (fault === void 0) return;
		to.output.report("error", `Unable to process file command '${file}' successfully.`);
		to.output.report("error", fault);
		to.target.fail();
	}
	async #summarize(output, masker) {
		const bytes = await readFile(this.paths.step_summary).catch(() => void 0);
		if (bytes === void 0 || bytes.length === 0) return;
		if (bytes.length > 1048576) {
			const size = Math.floor(bytes.length / 1024);
			output.report("error", `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`);
			return;
		}
		const lines = bytes.toString("utf8").split(/\r?\n/);
		output.summary += lines.map((line) => masker.mask(line)).join("\n");
		if (!output.summary.endsWith("\n")) output.summary += "\n";
	}
};

// src/local/executor/step-process.ts
/** A cancelled step has 7.5 s after SIGINT and 2.5 s after SIGTERM (actions/runner src/Runner.Sdk/ProcessInvoker.cs). */
const CANCEL_PLAN = {
	interruptMs: 7500,
	terminateMs: 1e4,
	giveUpMs: 12e3
};
/** What a step left running is asked once when the job ends. */
const LEFTOVER_PLAN = {
	interruptMs: 0,
	terminateMs: 500,
	giveUpMs: 3e3
};
/** How long streams are read that somebody holds open after the program has ended (ProcessInvoker.cs, ProcessExitedHandler). */
const HELD_STREAM_MS = 5e3;
const platform$1 = platformOf(process.platform);
/** Longest line, in characters. What is longer is told in pieces, so that output without line breaks does not pile up. */
const LONGEST_LINE = 1048576;
/** Puts chunks of text together to lines. What is already searched for a line break is not searched again. */
var LineSplitter = class {
	#onLine;
	#parts = [];
	#length = 0;
	/** @param onLine takes each line, without its line break */
	constructor(onLine) {
		this.#onLine = onLine;
	}
	/** Takes the next piece of the stream. */
	push(text) {
		let from = 0;
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
			this.#keep(text.slice(from, end));
			this.#flush();
			from = end + 1;
		}
		this.#keep(text.slice(from));
		if (this.#length >= 1048576) this.#flush();
	}
	/** Tells the last line when it has no line break. */
	end() {
		if (this.#length > 0) this.#flush();
	}
	#keep(text) {
		this.#parts.push(text);
		this.#length += text.length;
	}
	#flush() {
		const line = this.#parts.join("");
		this.#parts = [];
		this.#length = 0;
		this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	}
};
function readLines(stream, onLine) {
	if (stream === null) return Promise.resolve();
	const decoder = new StringDecoder("utf8");
	const lines = new LineSplitter(onLine);
	stream.on("data", (chunk) => lines.push(decoder.write(chunk)));
	stream.on("error", () => void 0);
	return new Promise((resolve) => {
		stream.once("close", () => {
			lines.push(decoder.end());
			lines.end();
			resolve();
		});
	});
}
/**
* Starts a program of a step and reads its lines until it ends. What it leaves running stays until the job ends.
*
* @param command the program; its environment is complete
* @param options marker, signal and reader
*/
async function runStepProcess(command, options) {
	if (options.signal.aborted) return { kind: "stopped" };
	let child;
	try {
		child = new Child(command, [
			"ignore",
			"pipe",
			"pipe"
		], {
			platform: platform$1,
			marker: options.marker
		});
	} catch (error) {
		return {
			kind: "not-started",
			message: (await whyNotStarted(command, error)).message
		};
	}
	const streams = Promise.all([readLines(child.process.stdout, options.onLine), readLines(child.process.stderr, options.onLine)]);
	let stopping;
	const stop = () => {
		stopping ??= child.stop(options.plan);
	};
	options.signal.addEventListener("abort", stop, { once: true });
	const { end } = await child.ended;
	options.signal.removeEventListener("abort", stop);
	await stopping;
	await Promise.race([streams, setTimeout$1(HELD_STREAM_MS, void 0, { ref: false })]);
	child.process.stdout?.destroy();
	child.process.stderr?.destroy();
	child.forget();
	if (stopping !== void 0) return { kind: "stopped" };
	if (end.kind === "not-started") return {
		kind: "not-started",
		message: end.message
	};
	return {
		kind: "exited",
		code: end.kind === "exited" ? end.code : 128
	};
}
/**
* Ends everything that carries a marker: processes that steps left behind.
*
* @param marker the job's marker, which its steps' markers begin with
*/
async function endLeftovers(marker) {
	const table = platform$1.linux;
	if (table === void 0) return;
	const tree = {
		leader: -1,
		leaderStart: void 0,
		marker
	};
	if (table.survivorsSync(tree).length === 0) return;
	await stopTree({
		tree,
		table,
		signaller: posixSignaller,
		isLeaderOurs: () => false
	}, LEFTOVER_PLAN);
}

// src/local/executor/step-environment.ts
/**
* The environment of a process: the machine's, the job's and the step's `env`, then what the runner sets, which nothing
* replaces (actions/runner src/Runner.Worker/Handlers/{ScriptHandler,NodeScriptActionHandler}.cs).
*/
function processEnv(job, view, github) {
	const env = {
		...job.start.shared.baseEnv,
		CI: "true",
		...visibleEnv(job, view),
		...githubVariables(github),
		...job.start.runnerEnv,
		GITHUB_ACTIONS: "true"
	};
	env["PATH"] = [...[...job.prepended].reverse(), env["PATH"] ?? ""].filter((folder) => folder !== "").join(delimiter);
	return env;
}
/** The changes that a process may make. */
function commandTarget(work, step) {
	const { job, view } = work;
	return {
		setOutput: (name, value) => job.setOutput(view.frame.scope, step.id, {
			name,
			value
		}),
		saveState: (name, value) => {
			job.actionState.set(step.stateKey, {
				...job.actionState.get(step.stateKey),
				[name]: value
			});
		},
		setEnv: (name, value) => {
			job.env = {
				...job.env,
				[name]: value
			};
		},
		addPath: (folder) => job.addPath(folder),
		fail: step.onFail,
		variable: (name) => visibleEnv(job, view)[name]
	};
}
/**
* Runs a process with environment files of its own, obeys what it prints, and applies its files afterwards.
*
* @param work the step
* @param prepare makes the command from the files' `github` context
*/
async function runWithFiles(work, prepare) {
	const { job, output } = work;
	const { shared, temp, nodeId } = job.start;
	const files = await CommandFiles.create(temp, shared.random.uuid());
	const view = {
		...work.view,
		github: {
			...work.view.github,
			...files.paths
		}
	};
	const command = await prepare(view);
	let commandFailed = false;
	const target = commandTarget(work, {
		id: command.id,
		stateKey: command.stateKey,
		onFail: () => {
			commandFailed = true;
		}
	});
	const env = {
		...processEnv(job, view, githubOf(job, view)),
		...command.extra
	};
	delete env["NODE_ICU_DATA"];
	const end = await runStepProcess({
		file: command.file,
		args: command.args,
		cwd: command.cwd,
		env
	}, {
		marker: `${shared.marker}/${markerPart(nodeId)}/${shared.random.uuid()}`,
		signal: work.signal,
		plan: shared.stopPlan,
		onLine: (line) => output.take(line, target)
	});
	await files.apply(target, output, shared.masker);
	return {
		end,
		commandFailed
	};
}
/** @returns a text for markers and folders, another one for each job: ids have no dot */
function markerPart(nodeId) {
	return nodeId.replaceAll("/", ".");
}
/** @returns what the end of a process means for the step; an exit code that is not 0 was reported by the caller */
function resultOf({ end, commandFailed }) {
	if (end.kind === "stopped") return "cancelled";
	return end.kind === "exited" && end.code === 0 && !commandFailed ? "success" : "failure";
}

// src/local/executor/step-output.ts
/** The log of a top-level step: everything that is printed in it, masked, with commands obeyed. */
var StepOutput = class {
	#shared;
	#jobId;
	#step;
	#workspace;
	#annotations = new AnnotationCounter();
	#known = new Set(COMMANDS);
	#stopToken;
	#echoes = false;
	/** Markdown for the summary page, masked. */
	summary = "";
	constructor(shared, place) {
		this.#shared = shared;
		this.#jobId = place.jobId;
		this.#step = place.step;
		this.#workspace = place.workspace;
	}
	/** Prints a line; nothing in it is a command. */
	print(text, style = "plain") {
		this.#shared.emit({
			kind: "line",
			jobId: this.#jobId,
			step: this.#step,
			text: this.#shared.masker.mask(text),
			style
		});
	}
	debug(text) {
		if (this.#shared.isDebug) this.print(text, "debug");
	}
	/** Prints a message and makes it an annotation, as long as the step may make one more. */
	report(level, message) {
		this.#annotate({
			level,
			message
		});
	}
	#annotate(annotation) {
		const { masker } = this.#shared;
		const message = masker.mask(annotation.message);
		for (const line of annotation.message.split(/\r?\n/)) this.print(line, annotation.level);
		if (!this.#annotations.take(annotation.level)) return;
		const title = annotation.title === void 0 ? {} : { title: masker.mask(annotation.title) };
		this.#shared.emit({
			kind: "annotation",
			jobId: this.#jobId,
			step: this.#step,
			annotation: {
				...annotation,
				...title,
				message
			}
		});
	}
	/** Takes a line of a process: obeys it when it is a command, prints it otherwise. */
	take(line, target) {
		const command = line.includes("::") || line.includes("##[") ? parseCommand(line, this.#known) : void 0;
		if (command === void 0) {
			this.print(line);
			return;
		}
		if (this.#stopToken !== void 0) {
			if (command.name === this.#stopToken) {
				this.#known.delete(this.#stopToken);
				this.#stopToken = void 0;
			}
			this.print(line);
			return;
		}
		const isQuiet = [
			"add-mask",
			"debug",
			"warning",
			"error",
			"notice",
			"stop-commands"
		].includes(command.name);
		if (this.#echoes && !isQuiet) this.print(line);
		const fault = this.#obey(command, line, target);
		if (fault === void 0) return;
		this.report("error", `Unable to process command '${isQuiet ? command.name : line}' successfully.`);
		this.report("error", fault);
		target.fail();
	}
	/** @returns what is wrong with the command (messages of actions/runner src/Runner.Worker/ActionCommandManager.cs) */
	#obey(command, line, target) {
		const { name, data, properties } = command;
		const property = properties["name"];
		switch (name) {
			case "stop-commands": return this.#stop(data, line, target);
			case "add-mask":
				if (data === "") this.report("warning", "Can't add secret mask for empty string.");
				this.#shared.masker.addLines(data);
				return;
			case "debug":
				this.debug(data);
				return;
			case "error":
			case "warning":
			case "notice":
				this.#annotate(toAnnotation(name, command, this.#workspace));
				return;
			case "group":
				this.print(data, "fold-begin");
				return;
			case "endgroup":
				this.print("", "fold-end");
				return;
			case "echo": return this.#echo(data);
			case "set-output":
			case "save-state":
				if (property === void 0) return `Required field 'name' is missing in ##[${name}] command.`;
				this.report("warning", deprecated(name));
				if (name === "set-output") target.setOutput(property, data);
				else target.saveState(property, data);
				return;
			case "set-env":
			case "add-path": return this.#change(name, property, {
				data,
				target
			});
			default:
				this.print(`turnpike run does not do problem matchers; ${name} has no effect here.`, "notice");
				return;
		}
	}
	#echo(data) {
		const value = data.trim().toUpperCase();
		if (value !== "ON" && value !== "OFF") return `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`;
		this.#echoes = value === "ON";
	}
	#stop(token, line, target) {
		const isAllowed = isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS"));
		if (isBadStopToken(token) && !isAllowed) return "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";
		this.#stopToken = token;
		this.#known.add(token);
		if (token.length > 6) this.#shared.masker.add(token);
		this.print(line);
	}
	#change(name, property, { data, target }) {
		if (!isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_COMMANDS"))) return `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`;
		if (name === "add-path") {
			target.addPath(data);
			return;
		}
		if (property === void 0) return "Required field 'name' is missing in ##[set-env] command.";
		if (isBlockedVariable(property)) this.report("error", `Can't update ${property} environment variable using ::set-env:: command.`);
		else target.setEnv(property, data);
	}
};
function isTrue(text) {
	return text?.toLowerCase() === "true";
}
function deprecated(name) {
	return `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`;
}

// src/local/executor/script.ts
async function programOf(shell, env) {
	for (const name of [shell.program, shell.fallback]) {
		const file = name === void 0 ? void 0 : await findProgram(name, env);
		if (file !== void 0) return file;
	}
	throw new TurnpikeError("WORKFLOW_STEP", "user", `${shell.program}: command not found`);
}
/**
* Runs a `run` step (actions/runner src/Runner.Worker/Handlers/ScriptHandler.cs). Scripts get no runtime tokens; the OIDC
* pair they get.
*
* @param work what the step has at hand
* @param step what it says
*/
async function runScript(work, step) {
	const { job, view, output } = work;
	const read = await evaluateIn(job, view, (scope) => ({
		script: evaluateText(step.script, scope),
		shell: evaluateText(step.shell, scope),
		workingDirectory: evaluateText(step.workingDirectory, scope)
	}));
	const defaults = view.frame.scope === "" ? job.defaultsRun : {};
	const shell = shellCommand(read.shell === "" ? defaults["shell"] ?? "" : read.shell);
	const folder = read.workingDirectory === "" ? defaults["working-directory"] ?? "" : read.workingDirectory;
	const file = await programOf(shell, processEnv(job, view, githubOf(job, view)));
	const path = join(job.start.temp, `${job.start.shared.random.uuid()}${shell.extension}`);
	await writeFile(path, scriptContent(shell.program, read.script));
	output.print(`Run ${read.script.trimStart().split(/\r?\n/)[0] ?? ""}`, "fold-begin");
	for (const line of read.script.replaceAll("\r\n", "\n").replace(/\n+$/, "").split("\n")) output.print(line, "command");
	output.print(`shell: ${file} ${shell.format}`);
	printMap(work, "env", visibleEnv(job, view));
	output.print("", "fold-end");
	const result = await runWithFiles(work, () => Promise.resolve({
		file,
		args: shellArguments(shell.format, path),
		cwd: resolve(job.start.workspace, folder),
		extra: job.start.oidcEnv,
		stateKey: "",
		id: String(view.github["action"] ?? "")
	}));
	if (result.end.kind === "exited" && result.end.code !== 0) output.report("error", `Process completed with exit code ${result.end.code}.`);
	if (result.end.kind === "not-started") output.report("error", result.end.message);
	return resultOf(result);
}
/** Prints `env:` or `with:` and the pairs below it, as the runner's log does. */
function printMap(work, title, map) {
	const entries = Object.entries(map);
	if (entries.length === 0) return;
	work.output.print(`${title}:`);
	for (const [name, value] of entries) for (const line of `  ${name}: ${value}`.split(/\r?\n/)) work.output.print(line);
}

// src/local/executor/action-inputs.ts
/**
* Warns of inputs that the action does not have, and of old ones
* (actions/runner src/Runner.Worker/ActionRunner.cs, RunAsync).
*
* @param work what the step has at hand
* @param given names as the step writes them
* @param declared inputs of the action
*/
function warnOfInputs(work, given, declared) {
	const known = new Map(declared.map((input) => [input.name.toLowerCase(), input]));
	for (const name of given) {
		const message = known.get(name.toLowerCase())?.deprecated;
		if (message === void 0) continue;
		work.output.report("warning", `Input '${name}' has been deprecated with message: ${message}`);
	}
	const unknown = given.filter((name) => !known.has(name.toLowerCase()));
	if (unknown.length === 0) return;
	const valid = declared.map(({ name }) => name).join("', '");
	work.output.report("warning", `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid}']`);
}
/** @returns what the step passes, by name in lower case: the name as written, and the value */
async function givenInputs(work, definition) {
	const { work: uses } = definition;
	const token = uses.kind === "uses" ? uses.with : void 0;
	const given = await evaluateIn(work.job, work.view, (scope) => evaluateMap(token, scope));
	return new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), [name, value]]));
}
/**
* @param work what the step has at hand
* @param definition the step
* @param action the action that it uses
* @returns all inputs, the action's defaults included
*/
async function actionInputs(work, definition, action) {
	const given = await givenInputs(work, definition);
	const inputs = Object.fromEntries(given.values());
	for (const input of action.inputs) {
		if (given.has(input.name.toLowerCase())) continue;
		inputs[input.name] = await evaluateIn(work.job, work.view, (scope) => evaluateText(input.default, scope));
	}
	return inputs;
}

// src/local/executor/composite.ts
/**
* Runs the steps of a composite action in the log of the step that uses it. A step that fails does not end the action:
* the conditions of the others decide (actions/runner src/Runner.Worker/Handlers/CompositeActionHandler.cs).
*
* @param work what the step has at hand
* @param call the action and its inputs
* @param runStep runs a step
*/
async function runComposite(work, call, runStep) {
	const { job, view, output } = work;
	const { runs } = call.action;
	if (runs.kind !== "composite") return "failure";
	const outer = call.step;
	let status = "success";
	const posts = [];
	const frame = {
		scope: outer.frame.scope === "" ? outer.definition.id : `${outer.frame.scope}.${outer.definition.id}`,
		inputs: toValue(call.inputs),
		source: call.resolved.source ?? outer.frame.source,
		actionPath: call.resolved.folder,
		env: {
			...view.frame.env,
			...view.env
		},
		actionStatus: () => status,
		depth: outer.frame.depth + 1
	};
	for (const definition of runs.steps) {
		const { conclusion } = await runStep(job, {
			definition,
			frame,
			output,
			name: await displayName(job, definition, frame),
			parent: work.signal,
			posts
		});
		if (job.status === "cancelled") status = "cancelled";
		else if (conclusion === "failure" || conclusion === "cancelled") status = worse(status, conclusion);
	}
	if (posts.length > 0) outer.posts.push(postOf(call, {
		posts,
		view
	}));
	for (const { name, value } of runs.outputs) {
		const text = await evaluateIn(job, {
			frame,
			env: {},
			github: view.github
		}, (scope) => evaluateText(value, scope));
		job.setOutput(outer.frame.scope, outer.definition.id, {
			name,
			value: text
		});
	}
	return status;
}
function worse(now, next) {
	return now === "failure" ? now : next;
}
/** One post step for all inner ones, the last one first. */
function postOf(call, inner) {
	return {
		name: `Post ${call.step.name}`,
		condition: "always()",
		view: inner.view,
		run: async (work) => {
			let result = "success";
			for (const post of [...inner.posts].reverse()) {
				const { condition, view, name } = post;
				const inJob = {
					...view,
					frame: {
						...view.frame,
						actionStatus: void 0
					}
				};
				const ended = await runGuarded(work.job, {
					condition,
					view: inJob,
					output: work.output,
					name,
					parent: work.signal,
					run: (later) => post.run(later)
				});
				if (ended === "failure" || ended === "cancelled") result = ended;
			}
			return result;
		}
	};
}

// src/local/executor/javascript.ts
/** `INPUT_<NAME>`: blanks become underscores, letters upper case (actions/runner src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment). */
function inputVariables(inputs) {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}
function stateVariables(state) {
	return Object.fromEntries(Object.entries(state ?? {}).map(([name, value]) => [`STATE_${name}`, value]));
}
/** `GITHUB_ACTION_REPOSITORY` and `…_REF` of an action that is not local (ActionRunner.cs). */
function actionFacts({ resolved, step }) {
	const uses = step.definition.work;
	const isLocal = uses.kind === "uses" && parseReference(uses.uses).kind === "local";
	const { source } = resolved;
	if (isLocal || source === void 0) return {
		action_repository: "",
		action_ref: ""
	};
	const isSelf = uses.kind === "uses" && parseReference(uses.uses).kind === "self";
	return {
		action_repository: source.repository,
		action_ref: isSelf ? source.sha : source.ref
	};
}
async function runStage(work, call, stage) {
	const { job, output } = work;
	const { start } = job;
	const target = join(call.resolved.folder, stage.script);
	if (!await access(target).then(() => true, () => false)) throw new TurnpikeError("WORKFLOW_STEP", "config", `File not found: '${target}'`);
	const { definition, frame } = call.step;
	const stateKey = `${frame.scope}.${definition.id}`;
	const view = {
		...work.view,
		github: {
			...work.view.github,
			...actionFacts(call)
		}
	};
	const result = await runWithFiles({
		...work,
		view
	}, () => Promise.resolve({
		file: process.execPath,
		args: [target],
		cwd: start.workspace,
		extra: {
			...inputVariables(stage.inputs),
			...stateVariables(job.actionState.get(stateKey)),
			...start.runtimeEnv,
			...start.oidcEnv
		},
		stateKey,
		id: definition.id
	}));
	if (result.end.kind === "not-started") output.report("error", result.end.message);
	return resultOf(result);
}
/**
* Runs `main` of a JavaScript action and registers its `post`
* (actions/runner src/Runner.Worker/Handlers/NodeScriptActionHandler.cs; ActionRunner.cs).
*
* @param work what the step has at hand
* @param call the action and its inputs
*/
async function runJavaScript(work, call) {
	const { runs } = call.action;
	if (runs.kind !== "javascript") return "failure";
	const { post, pre } = runs;
	if (pre !== void 0) work.output.report("warning", `\`pre\` execution is not supported for local action from '${call.action.label}'`);
	if (post !== void 0) call.step.posts.push({
		name: `Post ${call.step.name}`,
		condition: runs.postIf,
		view: work.view,
		run: async (later) => {
			const inputs = await actionInputs(later, call.step.definition, call.action);
			return await runStage(later, call, {
				script: post,
				inputs
			});
		}
	});
	return await runStage(work, call, {
		script: runs.main,
		inputs: call.inputs
	});
}

// src/local/executor/uses.ts
/** Most composite actions inside each other (actions/runner src/Runner.Common/Constants.cs, CompositeActionsMaxDepth). */
const MAX_DEPTH$1 = 9;
/**
* Runs a `uses` step.
*
* @param work what the step has at hand
* @param step the step
* @param runStep runs steps of composite actions
* @throws TurnpikeError `WORKFLOW_STEP` when there is no such action
*/
async function runUses(work, step, runStep) {
	const uses = step.definition.work;
	if (uses.kind !== "uses") return "failure";
	const { shared, workspace } = work.job.start;
	const resolved = await shared.actions.resolve(uses.uses, step.frame.source, workspace);
	if (resolved.kind === "unknown") throw new TurnpikeError("WORKFLOW_STEP", "config", resolved.message, { problems: resolved.problems });
	if (resolved.kind === "stand-in") return await runStandIn(work, step, resolved);
	if (step.frame.depth >= MAX_DEPTH$1) throw new TurnpikeError("WORKFLOW_STEP", "config", `Composite action depth exceeded max depth ${MAX_DEPTH$1}`);
	const { action } = resolved;
	const given = await givenInputs(work, step.definition);
	warnOfInputs(work, [...given.values()].map(([name]) => name), action.inputs);
	const call = {
		action,
		resolved,
		step,
		inputs: await actionInputs(work, step.definition, action)
	};
	printHeader(work, uses.uses, call.inputs);
	return action.runs.kind === "composite" ? await runComposite(work, call, runStep) : await runJavaScript(work, call);
}
function printHeader(work, uses, inputs) {
	work.output.print(`Run ${uses}`, "fold-begin");
	printMap(work, "with", Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== "")));
	printMap(work, "env", visibleEnv(work.job, work.view));
	work.output.print("", "fold-end");
}
async function runStandIn(work, step, { standIn, ref }) {
	const given = await givenInputs(work, step.definition);
	const declared = Object.keys(standIn.inputs).map((name) => ({ name }));
	warnOfInputs(work, [...given.values()].map(([name]) => name), declared);
	const inputs = { ...standIn.inputs };
	for (const [name, [, value]] of given) inputs[name] = value;
	printHeader(work, `${standIn.repository}@${ref}`, Object.fromEntries([...given.values()]));
	work.output.print(`${standIn.repository} is built in; the real one runs on GitHub.`, "notice");
	const { job, view, output } = work;
	const fault = await standIn.run({
		shared: job.start.shared,
		inputs,
		workspace: job.start.workspace,
		temp: job.start.temp,
		env: processEnv(job, view, githubOf(job, view)),
		print: (line) => output.print(line),
		report: (level, message) => output.report(level, message),
		setOutput: (name, value) => job.setOutput(view.frame.scope, step.definition.id, {
			name,
			value
		}),
		setEnv: (name, value) => {
			job.env = {
				...job.env,
				[name]: value
			};
		},
		addPath: (folder) => job.addPath(folder)
	});
	if (fault !== void 0) output.report("error", fault);
	if (work.signal.aborted) return "cancelled";
	return fault === void 0 ? "success" : "failure";
}

// src/local/executor/steps-runner.ts
/**
* Runs a step of a job or of a composite action and puts its results into the `steps` context.
*
* @param job the job
* @param step the step
*/
async function runDefined(job, step) {
	const { definition, frame, output } = step;
	const base = {
		frame,
		env: {},
		github: {
			action: definition.id,
			...frame.actionPath === void 0 ? {} : { action_path: frame.actionPath }
		}
	};
	let record;
	try {
		const env = await evaluateIn(job, base, (scope) => evaluateMap(definition.env, scope));
		const view = {
			...base,
			env
		};
		const timeoutMinutes = await evaluateIn(job, view, (scope) => evaluateNumber(definition.timeoutMinutes, scope));
		const outcome = await runGuarded(job, {
			condition: definition.condition,
			view,
			output,
			name: step.name,
			timeoutMinutes,
			...step.parent === void 0 ? {} : { parent: step.parent },
			run: (work) => definition.work.kind === "run" ? runScript(work, definition.work) : runUses(work, step, runDefined)
		});
		record = {
			outcome,
			conclusion: await conclude(job, {
				definition,
				view,
				outcome
			})
		};
	} catch (error) {
		output.report("error", messageOf(error));
		record = {
			outcome: "failure",
			conclusion: "failure"
		};
	}
	job.setRecord(frame.scope, definition.id, record);
	return record;
}
/** `continue-on-error` turns a failure into a success; the outcome keeps it (ExecutionContext.cs, ApplyContinueOnError). */
async function conclude(job, step) {
	if (step.outcome !== "failure") return step.outcome;
	const read = step.definition.continueOnError;
	return await evaluateIn(job, step.view, (scope) => evaluateFlag(read, scope, false)) ? "success" : "failure";
}

// src/local/executor/job-runner.ts
/** Minutes that a job may take when it does not say (docs.github.com, Workflow syntax, `timeout-minutes`). */
const DEFAULT_TIMEOUT_MINUTES = 360;
/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const PASSED = {
	outcome: "success",
	conclusion: "success"
};
const FAILED = {
	outcome: "failure",
	conclusion: "failure"
};
/** Runs the steps of one job and tells about each. */
var JobRunner = class {
	#shared;
	#leg;
	#cancel = new AbortController();
	#step = 0;
	/**
	* @param shared the run
	* @param leg the job
	*/
	constructor(shared, leg) {
		this.#shared = shared;
		this.#leg = leg;
	}
	/** Runs the job from its set-up to its outputs. What fails in it is its result, not an error. */
	async run() {
		const { emit, clock } = this.#shared;
		const { nodeId, signal } = this.#leg;
		const began = clock.monotonicMs();
		const number = this.#shared.jobs.start(this.#leg.name);
		emit({
			kind: "job-started",
			jobId: nodeId
		});
		const onSignal = () => {
			if (!this.#leg.holdsWhenCancelled()) this.#cancel.abort();
		};
		if (signal.aborted) onSignal();
		signal.addEventListener("abort", onSignal, { once: true });
		const start = await startJob(this.#shared, this.#leg, {
			number,
			cancel: this.#cancel
		});
		const job = new JobState(start);
		const outcome = await this.#runAll(job);
		await endLeftovers(`${this.#shared.marker}/${markerPart(nodeId)}`);
		signal.removeEventListener("abort", onSignal);
		this.#shared.jobs.end(number, job.status);
		const durationMs = clock.monotonicMs() - began;
		emit({
			kind: "job-finished",
			jobId: nodeId,
			conclusion: job.status,
			outputs: outcome.outputs,
			durationMs
		});
		return outcome;
	}
	/** Runs something as a step of the log. */
	async #tell(job, name, run) {
		const { emit, clock } = this.#shared;
		const { nodeId: jobId } = this.#leg;
		this.#step += 1;
		const step = this.#step;
		const output = new StepOutput(this.#shared, {
			jobId,
			step,
			workspace: job.start.workspace
		});
		const began = clock.monotonicMs();
		emit({
			kind: "step-started",
			jobId,
			step,
			name
		});
		const { outcome, conclusion } = await run(output);
		const durationMs = clock.monotonicMs() - began;
		emit({
			kind: "step-finished",
			jobId,
			step,
			name,
			outcome,
			conclusion,
			summary: output.summary,
			durationMs
		});
		if (conclusion === "failure" && job.status === "success") job.status = "failure";
		return {
			outcome,
			conclusion
		};
	}
	#frame() {
		const { source } = this.#leg.frame.workflow;
		return {
			scope: "",
			inputs: void 0,
			source,
			actionPath: void 0,
			env: {},
			actionStatus: void 0,
			depth: 0
		};
	}
	#view() {
		return {
			frame: this.#frame(),
			env: {},
			github: {}
		};
	}
	async #runAll(job) {
		const setUp = await this.#tell(job, "Set up job", (output) => this.#setUp(job, output));
		const timer = await this.#startTimer(job);
		if (setUp.conclusion === "success") for (const definition of this.#leg.definition.steps) await this.#runStep(job, definition);
		for (const post of job.posts) await this.#tell(job, post.name, (output) => runPost(job, post, output));
		clearTimeout(timer);
		let outputs = {};
		await this.#tell(job, "Complete job", async (output) => {
			outputs = await readOutputs(job, this.#view(), output);
			return PASSED;
		});
		return {
			result: job.status === "failure" && await this.#isTolerated(job) ? "success" : job.status,
			outputs
		};
	}
	async #runStep(job, definition) {
		const frame = this.#frame();
		const name = await displayName(job, definition, frame);
		const posts = [];
		await this.#tell(job, name, (output) => runDefined(job, {
			definition,
			frame,
			output,
			name,
			posts
		}));
		job.posts.unshift(...posts.reverse());
	}
	async #isTolerated(job) {
		const token = this.#leg.definition.continueOnError;
		return await evaluateIn(job, this.#view(), (scope) => evaluateFlag(token, scope, false)).catch(() => false);
	}
	/** A job that takes too long is cancelled, as on GitHub. */
	async #startTimer(job) {
		const token = this.#leg.definition.timeoutMinutes;
		const minutes = await evaluateIn(job, this.#view(), (scope) => evaluateNumber(token, scope)).catch(() => void 0) ?? DEFAULT_TIMEOUT_MINUTES;
		const onTimeout = () => {
			const message = `The job has exceeded the maximum execution time of ${minutes} minutes.`;
			const { nodeId: jobId } = this.#leg;
			const at = {
				jobId,
				step: this.#step
			};
			this.#shared.emit({
				kind: "line",
				...at,
				text: message,
				style: "error"
			});
			this.#shared.emit({
				kind: "annotation",
				...at,
				annotation: {
					level: "error",
					message
				}
			});
			this.#cancel.abort();
		};
		return setTimeout(onTimeout, Math.min(minutes * this.#shared.minuteMs, LONGEST_TIMER_MS));
	}
	async #setUp(job, output) {
		const { frame, name, permissions } = this.#leg;
		const { source, path } = frame.workflow;
		output.print(`Runner: turnpike run, on this machine (Node ${process.version})`);
		output.print("GITHUB_TOKEN Permissions", "fold-begin");
		for (const line of listPermissions(permissions)) output.print(line);
		output.print("", "fold-end");
		output.print(`Uses: ${source.repository}/${path}@${source.ref} (${source.sha})`);
		output.print(`Complete job name: ${name}`);
		const { withheld } = this.#shared;
		if (withheld.length > 0) output.print(`Not handed on to steps (--pass-env NAME does): ${withheld.join(", ")}`);
		try {
			const environment = environmentName(this.#leg);
			if (environment !== "") output.print(`Environment: ${environment}; its rules and secrets are on GitHub`);
			const foreign = await this.#foreignLabel(job);
			if (foreign !== void 0) {
				output.report("error", foreign);
				return FAILED;
			}
			await this.#readDefaults(job);
			return PASSED;
		} catch (error) {
			output.report("error", messageOf(error));
			return FAILED;
		}
	}
	async #foreignLabel(job) {
		const token = this.#leg.definition.runsOn;
		const items = token === void 0 || token.isScalar || token.isExpression ? [token] : itemsOf(token);
		const labels = await evaluateIn(job, this.#view(), (scope) => items.map((item) => evaluateText(item, scope)));
		return foreignSystem(labels, process.platform);
	}
	async #readDefaults(job) {
		const { file } = this.#leg.frame.workflow;
		const { definition } = this.#leg;
		const view = this.#view();
		for (const token of [file.env, definition.env]) {
			const env = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
			job.env = {
				...job.env,
				...env
			};
		}
		for (const token of [file.defaultsRun, definition.defaultsRun]) {
			const defaults = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
			const given = Object.entries(defaults).filter(([, value]) => value !== "");
			job.defaultsRun = {
				...job.defaultsRun,
				...Object.fromEntries(given)
			};
		}
	}
};
async function runPost(job, post, output) {
	const { condition, view, name } = post;
	const result = await runGuarded(job, {
		condition,
		view,
		output,
		name,
		run: (work) => post.run(work)
	});
	return {
		outcome: result,
		conclusion: result
	};
}
function listPermissions(permissions) {
	return [...SCOPES.filter((scope) => (permissions[scope] ?? "none") !== "none").map((scope) => `${scope}: ${permissions[scope]}`), "metadata: read"];
}

// src/local/executor/matrix.ts
/** What several jobs came to together: a failure counts more than a cancelled one, and that more than a success. */
function combine(results) {
	for (const result of [
		"failure",
		"cancelled",
		"success"
	]) if (results.includes(result)) return result;
	return "skipped";
}
/** Tells that a job ended without a step. */
function endWithout(shared, nodeId, result) {
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion: result,
		outputs: {},
		durationMs: 0
	});
	return {
		result,
		outputs: {}
	};
}
/**
* Runs the legs of a matrix, as many at once as `max-parallel` says. With `fail-fast` the first leg that fails cancels
* the others.
*
* @param shared the run
* @param job the job
* @param runLeg runs one leg
*/
async function runMatrix(shared, job, runLeg) {
	const { strategy, nodeId } = job;
	const legs = strategy.legs ?? [];
	if (legs.length === 0) return endWithout(shared, nodeId, "skipped");
	const began = shared.clock.monotonicMs();
	const stop = new AbortController();
	const stopAll = () => stop.abort(job.signal.reason);
	job.signal.addEventListener("abort", stopAll, { once: true });
	if (job.signal.aborted) stopAll();
	shared.emit({
		kind: "job-started",
		jobId: nodeId
	});
	const queue = [...legs.map((leg, index) => plan(shared, job, {
		leg,
		index
	})).entries()];
	const outcomes = [];
	const work = async () => {
		for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
			const [index, leg] = next;
			const outcome = stop.signal.aborted ? endWithout(shared, leg.nodeId, "cancelled") : await runLeg({
				...leg,
				signal: stop.signal
			});
			outcomes[index] = outcome;
			if (outcome.result === "failure" && strategy.failFast) stopAll();
		}
	};
	const atOnce = Math.max(1, Math.min(strategy.maxParallel ?? legs.length, legs.length));
	await Promise.all(Array.from({ length: atOnce }, work));
	job.signal.removeEventListener("abort", stopAll);
	const outputs = Object.assign({}, ...outcomes.map((outcome) => outcome.outputs));
	const result = combine(outcomes.map((outcome) => outcome.result));
	const durationMs = shared.clock.monotonicMs() - began;
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion: result,
		outputs,
		durationMs
	});
	return {
		result,
		outputs
	};
}
function plan(shared, job, of) {
	const { strategy } = job;
	const total = strategy.legs?.length ?? 1;
	const contexts = {
		...job.contexts,
		matrix: toValue(of.leg.values),
		strategy: toValue({
			"fail-fast": strategy.failFast,
			"job-index": of.index,
			"job-total": total,
			"max-parallel": strategy.maxParallel ?? total
		})
	};
	const name = job.title(contexts, of.leg.label);
	const nodeId = `${job.nodeId}/${of.index + 1}`;
	shared.announce({
		id: nodeId,
		name,
		parent: job.nodeId,
		needs: [],
		isCall: job.isCall
	});
	return {
		nodeId,
		name,
		contexts
	};
}

// src/local/executor/scheduler.ts
/** Starts each job of a workflow when all that it needs has ended, and jobs beside each other. */
var Scheduler = class {
	#shared;
	#limit;
	#onlyJobs;
	/**
	* @param shared the run
	* @param limit how many jobs run at once
	* @param onlyJobs jobs of the first workflow that take part; undefined: all
	*/
	constructor(shared, limit, onlyJobs) {
		this.#shared = shared;
		this.#limit = limit;
		this.#onlyJobs = onlyJobs;
	}
	/** Runs all jobs of a workflow. */
	runFrame = async (frame) => {
		const definitions = frame.workflow.file.jobs.filter(({ id }) => this.#takesPart(frame, id));
		const byId = new Map(definitions.map((one) => [one.id, one]));
		const started = /* @__PURE__ */ new Map();
		const start = (id) => {
			const known = started.get(id);
			if (known !== void 0) return known;
			const definition = byId.get(id);
			if (definition === void 0) return Promise.resolve({
				result: "skipped",
				outputs: {}
			});
			const outcome = this.#runJob(frame, definition, start);
			started.set(id, outcome);
			return outcome;
		};
		const jobs = /* @__PURE__ */ new Map();
		await Promise.all(definitions.map(({ id }) => start(id)));
		for (const { id } of definitions) jobs.set(id, await start(id));
		return {
			result: combine([...jobs.values()].map(({ result }) => result)),
			jobs
		};
	};
	#takesPart(frame, id) {
		return frame.parent !== void 0 || this.#onlyJobs === void 0 || this.#onlyJobs.has(id);
	}
	async #runJob(frame, definition, start) {
		const needs = /* @__PURE__ */ new Map();
		for (const id of definition.needs) needs.set(id, await start(id));
		const ancestors = /* @__PURE__ */ new Map();
		for (const id of ancestorsOf(frame, definition)) ancestors.set(id, (await start(id)).result);
		const needed = {
			needs,
			ancestors
		};
		const nodeId = `${frame.idPrefix}${definition.id}`;
		const isCancelled = frame.signal.aborted;
		try {
			const scope = this.#jobScope(frame, definition, {
				needed,
				isCancelled
			});
			if (!isTrue$1(definition.condition, scope)) return endWithout(this.#shared, nodeId, isCancelled ? "cancelled" : "skipped");
			const strategy = readStrategy(definition.strategy, scope);
			const leg = (of) => this.#runLeg(frame, definition, {
				...of,
				needed
			});
			if (strategy.legs !== void 0) {
				const title = (contexts, label) => legTitle(frame, definition, {
					scope: {
						...scope,
						contexts
					},
					label
				});
				const isCall = definition.call !== void 0;
				const matrix = {
					nodeId,
					strategy,
					contexts: scope.contexts,
					signal: frame.signal,
					title,
					isCall
				};
				return await runMatrix(this.#shared, matrix, leg);
			}
			const name = legTitle(frame, definition, {
				scope,
				label: ""
			});
			this.#announce(frame, definition, name);
			return await leg({
				nodeId,
				name,
				contexts: scope.contexts,
				signal: frame.signal
			});
		} catch (error) {
			return this.#fail(nodeId, error);
		}
	}
	#announce(frame, definition, name) {
		this.#shared.announce({
			id: `${frame.idPrefix}${definition.id}`,
			name,
			needs: definition.needs.map((need) => `${frame.idPrefix}${need}`),
			isCall: definition.call !== void 0,
			...frame.parent === void 0 ? {} : { parent: frame.parent }
		});
	}
	#jobScope(frame, definition, of) {
		const { facts, vars } = this.#shared;
		const needs = Object.fromEntries([...of.needed.needs].map(([id, { result, outputs }]) => [id, {
			result,
			outputs: { ...outputs }
		}]));
		const github = githubContext(facts, {
			job: definition.id,
			workspace: "",
			eventPath: "",
			token: "",
			apiUrl: ""
		});
		return {
			contexts: of.contexts ?? {
				github: toValue(github),
				inputs: frame.inputs,
				vars: toValue(vars),
				needs: toValue(needs)
			},
			functions: jobStatusFunctions(of.needed.ancestors, of.isCancelled)
		};
	}
	async #runLeg(frame, definition, of) {
		const leg = {
			frame,
			definition,
			nodeId: of.nodeId,
			name: of.name,
			contexts: of.contexts,
			signal: of.signal,
			permissions: definition.permissions ?? frame.workflow.file.permissions ?? frame.permissions,
			holdsWhenCancelled: () => {
				const { needed, contexts } = of;
				const scope = this.#jobScope(frame, definition, {
					needed,
					isCancelled: true,
					contexts
				});
				return isTrue$1(definition.condition, scope);
			}
		};
		try {
			if (definition.call !== void 0) return await runCall(this.#shared, leg, this.runFrame);
			return await this.#limit(async () => {
				if (leg.signal.aborted && !leg.holdsWhenCancelled()) return endWithout(this.#shared, leg.nodeId, "cancelled");
				return await new JobRunner(this.#shared, leg).run();
			});
		} catch (error) {
			return this.#fail(leg.nodeId, error);
		}
	}
	/** A job that could not be run at all. */
	#fail(nodeId, error) {
		this.#shared.emit({
			kind: "note",
			level: "error",
			message: `${nodeId}: ${messageOf(error)}`
		});
		return endWithout(this.#shared, nodeId, "failure");
	}
};
/** All jobs that a job needs, near and far. */
function ancestorsOf(frame, definition) {
	const byId = new Map(frame.workflow.file.jobs.map((job) => [job.id, job]));
	const found = /* @__PURE__ */ new Set();
	const visit = (ids) => {
		for (const id of ids) {
			if (found.has(id)) continue;
			found.add(id);
			visit(byId.get(id)?.needs ?? []);
		}
	};
	visit(definition.needs);
	return found;
}
/** The name as written where an expression stands in it; else the values of the matrix are put behind it. */
function legTitle(frame, { id, name }, { scope, label }) {
	const own = name === void 0 ? id : evaluateText(name, scope);
	const shown = name?.isExpression === true ? own : legName(own === "" ? id : own, label);
	return `${frame.namePrefix}${shown}`;
}

// src/local/facts.ts
function config(message, hint) {
	return new TurnpikeError("WORKFLOW_EVENT", "config", message, { hint });
}
/**
* Finds out what the run is of. Nothing is written.
*
* @param git runs git
* @param request what was asked for
* @throws TurnpikeError `GIT_NOT_A_REPOSITORY` or `WORKFLOW_EVENT`, with what to do
*/
async function readRepository(git, request) {
	const { directory } = request;
	const top = await git.line(directory, "rev-parse", "--show-toplevel");
	if (top === void 0) throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `${directory} is in no git repository.`, { hint: "git init && git add -A && git commit -m start" });
	const head = await git.line(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	if (head === void 0) throw new TurnpikeError("GIT_FAILED", "user", "The repository has no commit yet, and a run is of a commit.", { hint: "git add -A && git commit -m start" });
	const event = eventName(request);
	const defaultBranch = await findDefaultBranch(git, top);
	const ref = await findRef(git, top, request);
	const isTag = refType(ref.ref) === "tag";
	if (event === "release" && !isTag) throw config(`A release is of a tag, and ${ref.ref} is none.`, "Say which: --ref TAG");
	const usesWorkingTree = !isTag && ref.sha === head;
	const baseSha = await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`);
	return {
		commit: {
			top,
			ref: eventRef(event, ref.ref, {
				branch: defaultBranch,
				sha: baseSha ?? ref.sha
			}),
			sha: ref.sha,
			usesWorkingTree
		},
		pushedRef: ref.ref,
		repository: await findRepository(git, top, request.repository),
		defaultBranch,
		event,
		isShallow: await git.line(top, "rev-parse", "--is-shallow-repository") === "true"
	};
}
function eventName({ event }) {
	const known = EVENTS.find((one) => one === (event ?? "push"));
	if (known !== void 0) return known;
	throw config(`The event "${event}" is not one that turnpike run makes.`, `Use one of: ${EVENTS.join(", ")}`);
}
/** A pull request runs on its merge ref, a merge group on the queue's branch. */
function eventRef(event, ref, base) {
	if (event === "pull_request") return "refs/pull/1/merge";
	if (event === "merge_group") return `refs/heads/gh-readonly-queue/${base.branch}/pr-1-${base.sha}`;
	return ref;
}
async function findRef(git, top, request) {
	const shaOf = (ref) => git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
	if (request.ref !== void 0) {
		const wanted = request.ref;
		const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/tags/${wanted}`, `refs/heads/${wanted}`];
		for (const ref of candidates) {
			const sha = await shaOf(ref);
			if (sha !== void 0) return {
				ref,
				sha
			};
		}
		throw config(`There is no tag and no branch "${wanted}".`, "git tag --list && git branch --list");
	}
	const branch = await git.line(top, "symbolic-ref", "--quiet", "HEAD");
	const sha = await shaOf("HEAD");
	if (branch !== void 0 && sha !== void 0) return {
		ref: branch,
		sha
	};
	throw config("HEAD is detached, so the run has no branch.", `Say which ref the run is of: --ref ${(await git.line(top, ...[
		"for-each-ref",
		"--points-at",
		"HEAD",
		"--sort=-refname",
		"--format=%(refname:short)"
	], "refs/tags", "refs/heads"))?.split("\n")[0] ?? "BRANCH"}`);
}
async function findDefaultBranch(git, top) {
	const remote = await git.line(top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
	if (remote !== void 0) return remote.replace(/^origin\//, "");
	for (const name of ["main", "master"]) if (await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${name}`) !== void 0) return name;
	return await git.line(top, "symbolic-ref", "--quiet", "--short", "HEAD") ?? "main";
}
async function findRepository(git, top, given) {
	if (given !== void 0) {
		if (/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(given)) return given;
		throw config(`"${given}" is no repository.`, "Write it as owner/name");
	}
	const url = await git.line(top, "config", "--get", "remote.origin.url");
	const match = url === void 0 ? null : /[/:]([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/?$/.exec(url);
	if (match?.[1] !== void 0 && match[2] !== void 0 && /^(\w+:\/\/|[\w.-]+@)/.test(url ?? "")) return `${match[1]}/${match[2]}`;
	return `local/${(top.split("/").at(-1) ?? "").replace(/[^A-Za-z0-9_.-]/g, "-") || "repository"}`;
}
/** A decimal id that is the same for the same name each time. */
function idOf(name) {
	return String(createHash("sha256").update(name.toLowerCase()).digest().readUInt32BE(0));
}
async function readPayload(file) {
	try {
		const payload = JSON.parse(await readFile(file, "utf8"));
		if (typeof payload === "object" && payload !== null && !Array.isArray(payload)) return payload;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `${file} is no JSON payload: ${reason}`, { cause });
	}
	throw config(`${file} holds no JSON object.`, "Give the payload as GitHub sends it.");
}
/**
* @param git runs git
* @param request what was asked for
* @param about the repository and the chosen workflow
* @returns all facts of the run
*/
async function makeFacts(git, request, about) {
	const { found } = about;
	const { commit, event, repository, defaultBranch } = found;
	const [repositoryId, ownerId] = [idOf(repository), idOf(ownerOf(repository))];
	const [message = "", timestamp = "", author = ""] = (await git.ask(commit.top, "log", "-1", "--format=%B%x1f%cI%x1f%an", commit.sha) ?? "").split("");
	const before = await git.line(commit.top, "rev-parse", "--verify", "--quiet", `${commit.sha}~1`) ?? "0".repeat(40);
	const isPullRequest = event === "pull_request";
	const baseSha = await git.line(commit.top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`) ?? before;
	const headRef = isPullRequest ? refName(found.pushedRef) : "";
	const baseRef = isPullRequest ? defaultBranch : "";
	const { ref } = commit;
	const payloadFacts = {
		repository,
		repositoryId,
		ownerId,
		visibility: request.visibility,
		defaultBranch,
		actor: request.actor,
		ref,
		sha: commit.sha,
		before,
		headRef,
		baseRef,
		baseSha,
		commit: {
			message: message.trim(),
			timestamp,
			author: author.trim()
		},
		inputs: request.inputs,
		cron: about.cron,
		workflowPath: about.workflowPath
	};
	const made = eventPayload(event, payloadFacts);
	const given = request.eventFile === void 0 ? {} : await readPayload(request.eventFile);
	return {
		repository,
		repositoryId,
		ownerId,
		visibility: request.visibility,
		defaultBranch,
		event,
		payload: {
			...made,
			...given
		},
		ref,
		sha: commit.sha,
		headRef,
		baseRef,
		actor: request.actor,
		runId: request.runId,
		runNumber: "1",
		runAttempt: "1",
		workflow: about.workflow,
		workflowPath: about.workflowPath
	};
}

// src/local/stand-ins/zip.ts
/**
* Unpacks a zip below a folder. Names that would leave it are passed over.
*
* @param bytes the zip
* @param folder absolute
* @returns names of the files, relative to the folder
*/
async function unpack(bytes, folder) {
	const names = [];
	for (const [name, content] of Object.entries(unzipSync(bytes))) {
		if (name.startsWith("/") || escapes(name)) continue;
		const path = join(folder, name);
		if (name.endsWith("/")) {
			await mkdir(path, { recursive: true });
			continue;
		}
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		names.push(name);
	}
	return names;
}

// src/local/record/recorder.ts
/** @returns a name for a file or folder, made from any text */
function fileName(text) {
	const plain = text.normalize("NFKD").replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+|-+$/g, "").slice(0, 60);
	return plain === "" ? "_" : plain;
}
/** Names of folders for texts that may become the same name. */
var FolderNames = class {
	#names = /* @__PURE__ */ new Map();
	#used = /* @__PURE__ */ new Set();
	/** @returns the folder's name, the same for the same text each time */
	nameOf(text) {
		const known = this.#names.get(text);
		if (known !== void 0) return known;
		let name = fileName(text);
		for (let count = 2; this.#used.has(name.toLowerCase()); count += 1) name = `${fileName(text)}-${count}`;
		this.#used.add(name.toLowerCase());
		this.#names.set(text, name);
		return name;
	}
};
/** Listens to a run, writes its logs as they come, and knows `run.json` at the end. */
var RunRecorder = class {
	#folder;
	#jobs = /* @__PURE__ */ new Map();
	#open = /* @__PURE__ */ new Map();
	#closing = [];
	#folders = new FolderNames();
	#record;
	/**
	* @param folder absolute folder of the run's files
	* @param startedAt ISO 8601
	*/
	constructor(folder, startedAt) {
		this.#folder = folder;
		this.#record = {
			schema: "turnpike/run/1",
			title: "",
			repository: "",
			event: "",
			ref: "",
			sha: "",
			workflow: "",
			startedAt,
			durationMs: 0,
			conclusion: "cancelled",
			exitCode: 130,
			notes: [],
			jobs: [],
			artifacts: []
		};
	}
	/** Takes an event of the run. */
	listen = (event) => {
		switch (event.kind) {
			case "run-started": {
				const { title, repository, event: name, ref, sha, workflowFile } = event;
				this.#record = {
					...this.#record,
					title,
					repository,
					event: name,
					ref,
					sha,
					workflow: workflowFile
				};
				for (const job of event.jobs) this.#addJob(job);
				return;
			}
			case "job-added":
				this.#addJob(event.job);
				return;
			case "job-started":
				this.#change(event.jobId, { startMs: event.atMs });
				return;
			case "job-finished": {
				const { conclusion, durationMs, outputs } = event;
				this.#change(event.jobId, {
					conclusion,
					durationMs,
					outputs: { ...outputs }
				});
				return;
			}
			case "note":
				this.#record.notes.push({
					level: event.level,
					message: event.message
				});
				return;
			case "run-finished": {
				const { conclusion, exitCode, durationMs } = event;
				this.#record = {
					...this.#record,
					conclusion,
					exitCode,
					durationMs
				};
				return;
			}
			default: this.#listenToStep(event);
		}
	};
	#listenToStep(event) {
		const key = `${event.jobId}\n${event.step}`;
		const open = this.#open.get(key);
		switch (event.kind) {
			case "step-started":
				this.#open.set(key, this.#openStep(event));
				return;
			case "line":
				open?.stream.write(`${linePrefix(event.style)}${event.text}\n`);
				return;
			case "annotation":
				open?.annotations.push({ ...event.annotation });
				return;
			case "step-finished": {
				if (open === void 0) return;
				this.#open.delete(key);
				open.stream.end();
				this.#closing.push(finished(open.stream).catch(() => void 0));
				const { step: number, name, outcome, conclusion, durationMs, summary } = event;
				const { log, annotations } = open;
				const entry = {
					number,
					name,
					outcome,
					conclusion,
					durationMs,
					log,
					summary,
					annotations
				};
				this.#jobs.get(event.jobId)?.steps.push(entry);
				return;
			}
		}
	}
	#openStep(event) {
		const log = `logs/${this.#folders.nameOf(event.jobId)}/${event.step}-${fileName(event.name)}.log`;
		const path = join(this.#folder, log);
		mkdirSync(dirname(path), { recursive: true });
		const stream = createWriteStream(path);
		stream.on("error", () => void 0);
		return {
			stream,
			log,
			annotations: []
		};
	}
	#addJob(job) {
		const known = this.#jobs.get(job.id);
		if (known !== void 0) {
			this.#jobs.set(job.id, {
				...known,
				name: job.name
			});
			return;
		}
		this.#jobs.set(job.id, {
			id: job.id,
			name: job.name,
			parent: job.parent ?? null,
			needs: [...job.needs],
			conclusion: null,
			startMs: null,
			durationMs: 0,
			outputs: {},
			steps: []
		});
	}
	#change(id, change) {
		const job = this.#jobs.get(id);
		if (job !== void 0) this.#jobs.set(id, {
			...job,
			...change
		});
	}
	/** Waits until the logs are on disk. */
	async close() {
		for (const { stream } of this.#open.values()) stream.end();
		await Promise.all(this.#closing);
	}
	/** @returns the record so far */
	record(artifacts) {
		return {
			...this.#record,
			jobs: [...this.#jobs.values()],
			artifacts: [...artifacts]
		};
	}
};
function linePrefix(style) {
	switch (style) {
		case "plain": return "";
		case "command": return "[command]";
		case "fold-begin": return "##[group]";
		case "fold-end": return "##[endgroup]";
		default: return `##[${style}]`;
	}
}

// src/local/record/run-folder.ts
/**
* Makes `.turnpike/run/` anew. `.turnpike/.gitignore` keeps all of `.turnpike/` out of commits.
*
* @param top absolute top level of the repository
* @returns absolute folder of the run
*/
async function makeRunFolder(top) {
	const home = join(top, ".turnpike");
	const folder = join(home, "run");
	await mkdir(home, { recursive: true });
	await writeFile(join(home, ".gitignore"), "*\n");
	await rm(folder, {
		recursive: true,
		force: true
	});
	await mkdir(folder, { recursive: true });
	return folder;
}
/**
* Unpacks the artifacts of a run, and puts bundles and events, which people look for, into folders of their own.
*
* @param services where the artifacts are
* @param folder absolute folder of the run
* @returns the artifacts, in the order in which they were made
*/
async function keepArtifacts(services, folder) {
	const kept = [];
	const folders = new FolderNames();
	for (const artifact of [...services.artifacts.list()].reverse()) {
		const bytes = await services.artifacts.read(artifact.name);
		if (bytes === void 0) continue;
		const path = `artifacts/${folders.nameOf(artifact.name)}`;
		kept.push({
			name: artifact.name,
			path
		});
		const to = join(folder, path);
		await mkdir(to, { recursive: true });
		if (artifact.mimeType === "application/zip") await unpack(bytes, to);
		else await writeFile(join(to, fileName(artifact.name)), bytes);
	}
	await collect(join(folder, "artifacts"), join(folder, "bundles"), /\.sigstore\.json$/);
	await collect(join(folder, "artifacts"), join(folder, "events"), /\.ndjson$/);
	return kept;
}
async function collect(from, to, pattern) {
	const entries = await readdir(from, {
		recursive: true,
		withFileTypes: true
	}).catch(() => []);
	for (const entry of entries) {
		if (!entry.isFile() || !pattern.test(entry.name) || basename(entry.parentPath) === "spool") continue;
		await mkdir(to, { recursive: true });
		await cp(join(entry.parentPath, entry.name), join(to, entry.name));
	}
}

// src/local/finish.ts
const PAGE = "summary.html";
/** Loads what renders the page. It is large: whoever calls it early has it loaded while jobs run. */
function loadPage() {
	return import("./page4.js");
}
async function bytesOf(path) {
	return await stat(path).then((info) => info.size, () => 0);
}
/**
* Puts artifacts, bundles and events into the run's folder.
*
* @param services where the artifacts are
* @param folder absolute folder of the run
*/
async function collectFiles(services, folder) {
	const kept = await keepArtifacts(services, folder);
	const others = [];
	for (const [label, name] of [["bundle", "bundles"], ["events", "events"]]) for (const file of (await readdir(join(folder, name)).catch(() => [])).sort()) {
		const path = `${name}/${file}`;
		others.push({
			label,
			path,
			bytes: await bytesOf(join(folder, path))
		});
	}
	others.push({
		label: "logs",
		path: "logs",
		bytes: null
	}, {
		label: "record",
		path: "run.json",
		bytes: null
	});
	return {
		artifacts: kept.map(({ name }) => name),
		artifactFolders: kept.map(({ name, path }) => ({
			label: name,
			path,
			bytes: null
		})),
		others
	};
}
/** What a terminal lists, relative to the repository's top level. */
function listedFiles(files) {
	return [{
		label: "page",
		path: PAGE,
		bytes: null
	}, ...files.others].map((file) => ({
		...file,
		path: join(".turnpike", "run", file.path)
	}));
}
/**
* Writes `run.json` and the page.
*
* @param folder absolute folder of the run
* @param of what was recorded, and the files beside it
*/
async function writeResults(folder, of) {
	const record = of.log.record(of.files.artifacts);
	await writeFile(join(folder, "run.json"), `${JSON.stringify(record, void 0, 2)}\n`);
	const shown = {
		...of.view.record(),
		artifacts: of.files.artifactFolders,
		files: of.files.others
	};
	const { renderSummaryHtml } = await loadPage();
	await writeFile(join(folder, PAGE), renderSummaryHtml(shown));
	return record;
}

// src/local/job-nodes.ts
/**
* Jobs as they are known before the run. A job with a matrix is a node without steps, and its legs are added below it.
*
* @param workflow the workflow that the event started
* @param onlyJobs jobs of it that take part; undefined: all
*/
function jobNodes(workflow, onlyJobs) {
	return nodesOf(workflow, {
		idPrefix: "",
		namePrefix: "",
		onlyJobs
	});
}
function nodesOf(workflow, at) {
	return workflow.file.jobs.filter(({ id }) => at.onlyJobs?.has(id) ?? true).flatMap((job) => {
		const id = `${at.idPrefix}${job.id}`;
		const written = job.name?.isExpression === false ? job.name.toString() : job.id;
		const name = `${at.namePrefix}${written === "" ? job.id : written}`;
		const hasMatrix = childOf(job.strategy, "matrix") !== void 0;
		const called = hasMatrix ? void 0 : workflow.calls.get(job.id);
		return [{
			id,
			name,
			needs: job.needs.map((need) => `${at.idPrefix}${need}`),
			isCall: hasMatrix || job.call !== void 0,
			...at.parent === void 0 ? {} : { parent: at.parent }
		}, ...called === void 0 ? [] : nodesOf(called, {
			idPrefix: `${id}/`,
			namePrefix: `${name} / `,
			parent: id
		})];
	});
}
/**
* @param workflow a workflow
* @param id a job
* @returns the job and all that it needs, near and far
* @throws TurnpikeError `WORKFLOW_INVALID` when there is no such job
*/
function jobsWithNeeds(workflow, id) {
	const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
	if (!byId.has(id)) throw new TurnpikeError("WORKFLOW_INVALID", "config", `${workflow.label} has no job "${id}".`, { hint: `It has: ${[...byId.keys()].join(", ")}` });
	const found = /* @__PURE__ */ new Set();
	const visit = (job) => {
		if (found.has(job)) return;
		found.add(job);
		for (const need of byId.get(job)?.needs ?? []) visit(need);
	};
	visit(id);
	return found;
}

// src/local/trigger-filters.ts
function patterns(trigger, key) {
	const token = childOf(trigger.settings, key);
	if (token === void 0) return void 0;
	return token.isScalar ? [token.toString()] : itemsOf(token).map((item) => item.toString());
}
function filterOf(trigger, kind) {
	return {
		include: patterns(trigger, kind),
		ignore: patterns(trigger, `${kind}-ignore`)
	};
}
function isSet$1({ include, ignore }) {
	return include !== void 0 || ignore !== void 0;
}
/**
* Whether GitHub would start the run. It is run here all the same, as somebody asked for it.
*
* @param path the workflow's file
* @param trigger the trigger of the run's event
* @param found what the run is of
* @returns a remark, or undefined when the filters let the run pass
*/
function filterNote(path, trigger, found) {
	const at = `${path}:${trigger.token.line ?? 1}`;
	if ([patterns(trigger, "paths"), patterns(trigger, "paths-ignore")].some((list) => list !== void 0)) return `${at}: \`paths\` filters of ${trigger.event} are not looked at; the run starts here in any case.`;
	const [branches, tags] = [filterOf(trigger, "branches"), filterOf(trigger, "tags")];
	if (trigger.event === "pull_request" || trigger.event === "merge_group") {
		if (passesFilter(branches, found.defaultBranch)) return void 0;
		return `${at}: GitHub would not start this run; ${trigger.event} is for other branches than ${found.defaultBranch}.`;
	}
	if (trigger.event !== "push") return void 0;
	const name = found.pushedRef.replace(/^refs\/(heads|tags)\//, "");
	const isTag = refType(found.pushedRef) === "tag";
	const [own, other] = isTag ? [tags, branches] : [branches, tags];
	return (isSet$1(own) ? passesFilter(own, name) : !isSet$1(other)) ? void 0 : `${at}: GitHub would not start this run; push is not for ${isTag ? "tag" : "branch"} ${name}.`;
}

// src/local/opening-notes.ts
const SERVICE_WORDS = {
	cache: "cache service",
	artifacts: "artifact service",
	oidc: "identity provider",
	api: "REST API"
};
function info(message) {
	return {
		kind: "note",
		level: "info",
		message
	};
}
function usesKey(file, key) {
	return file.jobs.some(({ job }) => childOf(job, key) !== void 0) || key === "concurrency" && file.hasConcurrency;
}
/**
* What a reader should know before the first job: what was assumed, and what differs from GitHub.
*
* @param run the run
* @param request what it was asked to do without
*/
async function openingNotes(run, request) {
	const { sources, repository, found, choice } = run;
	const notes = [...sources.assumed].map(([name, folder]) => info(`${name} is taken for this project: ${folder}`));
	if (Number(process.versions.node.split(".")[0]) < 24) notes.push(info(`JavaScript actions run with Node ${process.version}; on GitHub they get Node 24.`));
	if (found.isShallow) notes.push(info("The repository is a shallow clone; steps do not find its whole history."));
	for (const name of request.without) notes.push(info(`The run has no ${SERVICE_WORDS[name]}, as --without asks.`));
	if (request.cacheMode !== void 0) notes.push(info(`Jobs have the cache mode \`${request.cacheMode}\`.`));
	const { usesWorkingTree, ref } = repository.commit;
	const changes = (await repository.changes()).length;
	if (changes > 0) notes.push(info(`${changes} uncommitted ${changes === 1 ? "change is" : "changes are"} part of the run.`));
	if (!usesWorkingTree && await repository.isDirty()) notes.push(info(`The run is of ${ref}; uncommitted changes are left out.`));
	if (usesKey(choice.workflow, "concurrency")) notes.push(info("`concurrency` is accepted; one run here waits for no other."));
	if (usesKey(choice.workflow, "environment")) notes.push(info("`environment` is accepted; its protection rules, variables and secrets are on GitHub."));
	const trigger = choice.workflow.triggers.find(({ event }) => event === found.event);
	const filter = trigger === void 0 ? void 0 : filterNote(choice.path, trigger, found);
	if (filter !== void 0) notes.push({
		kind: "note",
		level: "warning",
		message: filter
	});
	return notes;
}
/**
* @param triggers triggers of a workflow
* @returns the first cron expression of its schedule; empty when there is none
*/
function firstCron(triggers) {
	const schedule = triggers.find(({ event }) => event === "schedule")?.settings;
	return entriesOf$1(itemsOf(schedule)[0]).find(({ key }) => key === "cron")?.value.toString() ?? "";
}

// src/local/stand-ins/stand-in.ts
/** What a stand-in lists of the real action's inputs that change nothing here. */
function harmless(...names) {
	return Object.fromEntries(names.map((name) => [name, ""]));
}
/**
* @param context the stand-in's
* @param asked inputs that it cannot do, each with the values that ask for nothing
* @returns what is wrong, or undefined
*/
function notDone(context, action, asked) {
	for (const [name, quiet] of Object.entries(asked)) if (!["", ...quiet].includes(context.inputs[name] ?? "")) return `turnpike run does not do the input ${name} of ${action}.`;
}
/**
* @param inputs a stand-in's inputs
* @param name a flag
* @returns whether it is set, by the words that `core.getBooleanInput` takes
*/
function isSet(inputs, name) {
	return inputs[name]?.trim().toLowerCase() === "true";
}

// src/local/stand-ins/cache.ts
const INPUTS = {
	...harmless("path", "key", "restore-keys", "upload-chunk-size"),
	enableCrossOsArchive: "false",
	"fail-on-cache-miss": "false",
	"lookup-only": "false",
	"save-always": "false"
};
/** A miss is an answer that every user of a cache must live with, so it is always a true one. */
async function miss(context) {
	const { inputs } = context;
	for (const name of ["path", "key"]) if ((inputs[name] ?? "").trim() === "") return `Input required and not supplied: ${name}`;
	context.setOutput("cache-primary-key", inputs["key"] ?? "");
	context.setOutput("cache-matched-key", "");
	context.setOutput("cache-hit", "");
	if (isSet(inputs, "fail-on-cache-miss")) return `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${inputs["key"]}`;
	context.print(`Cache not found for input keys: ${inputs["key"]}`);
	context.print("turnpike run keeps nothing for this action; its own set-up and actions given by --map do have a cache.");
}
/** actions/cache, always a miss. */
const cache = {
	repository: "actions/cache",
	inputs: INPUTS,
	run: miss
};
/** actions/cache/restore, always a miss. */
const cacheRestore = {
	repository: "actions/cache/restore",
	inputs: INPUTS,
	run: miss
};
/** actions/cache/save, which keeps nothing. */
const cacheSave = {
	repository: "actions/cache/save",
	inputs: {
		...harmless("path", "key", "upload-chunk-size"),
		enableCrossOsArchive: "false"
	},
	run(context) {
		context.print("turnpike run keeps nothing for this action; nothing was saved.");
		return Promise.resolve(void 0);
	}
};

// src/local/stand-ins/checkout.ts
/** Inputs that the stand-in cannot do, with the values that ask for nothing. */
const NOT_DONE = {
	"ssh-key": [],
	filter: [],
	"sparse-checkout": [],
	lfs: ["false"],
	submodules: ["false"]
};
/** What the inputs name; a text when nothing here answers to it. */
async function targetOf({ shared, inputs }) {
	const { ref: runRef, sha: runSha, top } = shared.repository.commit;
	const wanted = inputs["ref"] ?? "";
	if (wanted === "" || wanted === runRef || wanted === runSha) return {
		ref: wanted === runSha ? "" : shared.facts.ref,
		sha: runSha
	};
	const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/heads/${wanted}`, `refs/tags/${wanted}`];
	for (const ref of candidates) {
		const sha = await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
		if (sha !== void 0) return {
			ref,
			sha
		};
	}
	const sha = /^[0-9a-f]{40}$/.test(wanted) ? await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${wanted}^{commit}`) : void 0;
	return sha === void 0 ? `A branch or tag with the name '${wanted}' could not be found` : {
		ref: "",
		sha
	};
}
/** actions/checkout of the run's own repository, from the folder that the run was started in. */
const checkout = {
	repository: "actions/checkout",
	inputs: {
		repository: "",
		ref: "",
		token: "",
		"ssh-key": "",
		"ssh-known-hosts": "",
		"ssh-strict": "true",
		"ssh-user": "git",
		"persist-credentials": "true",
		path: "",
		clean: "true",
		filter: "",
		"sparse-checkout": "",
		"sparse-checkout-cone-mode": "true",
		"fetch-depth": "1",
		"fetch-tags": "false",
		"show-progress": "true",
		lfs: "false",
		submodules: "false",
		"set-safe-directory": "true",
		"github-server-url": "",
		"allow-unsafe-pr-checkout": "false"
	},
	async run(context) {
		const { shared, inputs } = context;
		const asked = notDone(context, "actions/checkout", NOT_DONE);
		if (asked !== void 0) return asked;
		const repository = inputs["repository"] === "" ? shared.facts.repository : inputs["repository"] ?? "";
		if (repository.toLowerCase() !== shared.facts.repository.toLowerCase()) return `turnpike run checks out ${shared.facts.repository} alone; ${repository} is not here.`;
		const path = inputs["path"] ?? "";
		if (path.startsWith("/") || escapes(path)) return `Repository path '${path}' is not under '${context.workspace}'`;
		const depth = Number(inputs["fetch-depth"]);
		const target = await targetOf(context);
		if (typeof target === "string") return target;
		const withChanges = target.sha === shared.repository.commit.sha && shared.repository.commit.usesWorkingTree;
		context.print(`Syncing repository: ${repository}`);
		await shared.repository.checkout({
			to: join(context.workspace, path),
			repository,
			ref: target.ref,
			sha: target.sha,
			depth: Number.isInteger(depth) && depth >= 0 ? depth : 1,
			tags: isSet(inputs, "fetch-tags"),
			withChanges
		});
		context.print(`HEAD is now at ${target.sha.slice(0, 7)}${target.ref === "" ? "" : ` (${target.ref})`}`);
		const changed = withChanges ? (await shared.repository.changes()).length : 0;
		if (changed > 0) context.print(`${changed} uncommitted ${changed === 1 ? "change" : "changes"} put on top`);
		context.setOutput("ref", target.ref === "" ? target.sha : target.ref);
		context.setOutput("commit", target.sha);
	}
};

// src/local/stand-ins/download-artifact.ts
/** Which artifacts the inputs name; a text when that is a fault (actions/download-artifact src/download-artifact.ts). */
function choose({ inputs, shared }) {
	const all = shared.services.artifacts.list();
	const name = inputs["name"] ?? "";
	const ids = inputs["artifact-ids"] ?? "";
	if (name !== "" && ids !== "") return "Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.";
	if (name !== "") {
		const one = all.find((artifact) => artifact.name === name);
		return one === void 0 ? `Unable to download artifact(s): Artifact not found for name: ${name}` : {
			artifacts: [one],
			isSingle: true
		};
	}
	if (ids !== "") {
		const wanted = ids.split(",").map((id) => Number(id.trim()));
		const found = all.filter(({ id }) => wanted.includes(id));
		if (found.length === 0) return `None of the provided artifact IDs were found: ${ids}`;
		return {
			artifacts: found,
			isSingle: wanted.length === 1
		};
	}
	const pattern = inputs["pattern"] ?? "";
	const isWanted = pattern === "" ? () => true : (0, import_picomatch.default)(pattern, { dot: true });
	return {
		artifacts: all.filter((artifact) => isWanted(artifact.name)),
		isSingle: false
	};
}
/** A file that was stored without an archive stays what it is. */
async function keep(artifact, bytes, folder) {
	if (artifact.mimeType === "application/zip") return await unpack(bytes, folder);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, artifact.name), bytes);
	return [artifact.name];
}
/** actions/download-artifact, from the artifacts of this run. */
const downloadArtifact = {
	repository: "actions/download-artifact",
	inputs: {
		name: "",
		"artifact-ids": "",
		path: "",
		pattern: "",
		"merge-multiple": "false",
		"github-token": "",
		repository: "",
		"run-id": "",
		"skip-decompress": "false",
		"digest-mismatch": "error"
	},
	async run(context) {
		const { inputs, shared, workspace } = context;
		if ((inputs["github-token"] ?? "") !== "" && ![shared.facts.runId, ""].includes(inputs["run-id"] ?? "")) return "turnpike run has the artifacts of this run alone; artifacts of other runs are on GitHub.";
		if (isSet(inputs, "skip-decompress")) return "turnpike run does not do skip-decompress of actions/download-artifact.";
		if (!shared.services.isOn("artifacts")) return "Unable to download artifact(s): this run has no artifact service.";
		const choice = choose(context);
		if (typeof choice === "string") return choice;
		const path = (inputs["path"] ?? "").replace(/^~(?=\/|$)/, shared.baseEnv["HOME"] ?? "~");
		const target = resolve(workspace, path);
		await mkdir(target, { recursive: true });
		for (const artifact of choice.artifacts) {
			const isTogether = choice.isSingle || isSet(inputs, "merge-multiple");
			const bytes = await shared.services.artifacts.read(artifact.name);
			if (bytes === void 0) return `Unable to download artifact(s): Artifact not found for name: ${artifact.name}`;
			const files = await keep(artifact, bytes, isTogether ? target : join(target, artifact.name));
			context.print(`Artifact ${artifact.name}: ${files.length} files, ${artifact.digest}`);
		}
		context.print(`Total of ${choice.artifacts.length} artifact(s) downloaded`);
		context.setOutput("download-path", target);
	}
};

// src/local/stand-ins/setup-node.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** The version that is asked for; empty when none is. A text in brackets is a fault. */
async function wishOf({ inputs, workspace }) {
	if ((inputs["node-version"] ?? "") !== "") return { wish: inputs["node-version"] ?? "" };
	const file = inputs["node-version-file"] ?? "";
	if (file === "") return { wish: "" };
	const text = escapes(file) ? void 0 : await readFile(join(workspace, file), "utf8").catch(() => void 0);
	if (text === void 0) return { fault: `The specified node version file at: ${join(workspace, file)} does not exist` };
	if (!file.endsWith("package.json")) return { wish: text.trim() };
	try {
		const manifest = JSON.parse(text);
		return { wish: manifest.volta?.node ?? manifest.engines?.node ?? "" };
	} catch {
		return { fault: `${file} is no JSON.` };
	}
}
/** A version specification as a range; undefined for names that are about what is newest. */
function toRange(wish) {
	const text = wish.trim().replace(/^v(?=\d)/, "");
	if (text === "" || /^(lts\/|latest$|current$|node$)/.test(text)) return void 0;
	return import_semver.default.validRange(text) === null ? "" : text;
}
async function candidates$1(context) {
	const onPath = await context.shared.processes.which("node", context.env);
	const found = [];
	for (const path of /* @__PURE__ */ new Set([...onPath === void 0 ? [] : [onPath], process.execPath])) {
		const command = {
			file: path,
			args: ["--version"],
			cwd: context.temp,
			env: context.env
		};
		const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15e3 });
		const version = import_semver.default.valid(stdout.trim());
		if (version !== null) found.push({
			path,
			version
		});
	}
	return found;
}
/** actions/setup-node with a Node that is here: on PATH, or the one that runs this program. */
const setupNode = {
	repository: "actions/setup-node",
	inputs: harmless("node-version", "node-version-file", "architecture", "check-latest", "registry-url", "scope", "token", "cache", "package-manager-cache", "cache-dependency-path", "mirror", "mirror-token", "always-auth"),
	async run(context) {
		const asked = notDone(context, "actions/setup-node", {
			"registry-url": [],
			scope: []
		});
		if (asked !== void 0) return asked;
		const read = await wishOf(context);
		if ("fault" in read) return read.fault;
		const { wish } = read;
		const range = toRange(wish);
		if (range === "") return `"${wish}" is no version of Node.`;
		const here = await candidates$1(context);
		const fitting = here.find(({ version }) => range === void 0 || import_semver.default.satisfies(version, range));
		if (fitting === void 0) return `actions/setup-node asks for Node ${wish}, and here are: ${here.map(({ path, version }) => `${version} (${path})`).join(", ")}. Put it first on PATH, or run this job on GitHub.`;
		const why = range === void 0 && wish !== "" ? `, taken for ${wish}` : "";
		context.print(`Node ${fitting.version} at ${fitting.path}${why}; nothing is downloaded, and no package cache is kept`);
		context.addPath(dirname(fitting.path));
		context.setOutput("node-version", `v${fitting.version}`);
		context.setOutput("cache-hit", "false");
	}
};

// src/local/stand-ins/setup-python.ts
const NAMES = [
	"python3",
	"python",
	...[
		15,
		14,
		13,
		12,
		11,
		10,
		9,
		8
	].map((minor) => `python3.${minor}`)
];
/** `requires-python` of a pyproject.toml. */
function requiresPython(text) {
	try {
		const { project } = parse$1(text);
		const found = typeof project === "object" && "requires-python" in project ? project["requires-python"] : void 0;
		return typeof found === "string" ? found : void 0;
	} catch {
		return;
	}
}
/** Versions that are asked for, one a line; `.python-version` when nothing is said. A text is a fault. */
async function wishesOf({ inputs, workspace }) {
	const given = inputs["python-version"] ?? "";
	const file = inputs["python-version-file"] ?? "";
	const name = file === "" ? ".python-version" : file;
	const text = given !== "" ? given : escapes(name) ? void 0 : await readFile(join(workspace, name), "utf8").catch(() => void 0);
	if (text === void 0) return file === "" ? [] : `The specified python version file at: ${file} doesn't exist.`;
	if (given === "" && name.endsWith("pyproject.toml")) {
		const wish = requiresPython(text);
		return wish === void 0 ? `${name} has no requires-python.` : [wish];
	}
	if (given === "" && !name.endsWith(".python-version")) return `turnpike run reads Python versions of .python-version and pyproject.toml, not of ${name}.`;
	return text.split("\n").map((line) => line.replace(/#.*$/, "").trim()).filter((line) => line !== "");
}
async function ask(context, path) {
	const command = {
		file: path,
		args: [
			"-I",
			"-c",
			"import platform; print(platform.python_implementation(), platform.python_version())"
		],
		cwd: context.temp,
		env: context.env
	};
	const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15e3 });
	const version = /^CPython (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
	return version === void 0 ? void 0 : {
		path,
		version
	};
}
/** All Pythons of PATH, and what uv has when there is one. */
async function candidates(context, range) {
	const { processes } = context.shared;
	const paths = /* @__PURE__ */ new Set();
	for (const name of NAMES) {
		const path = await processes.which(name, context.env);
		if (path !== void 0) paths.add(await realpath(path));
	}
	const uv = await processes.which("uv", context.env);
	if (uv !== void 0) {
		const args = [
			"python",
			"find",
			"--offline",
			"--no-project",
			"--system",
			range
		];
		const { stdout } = await processes.capture({
			file: uv,
			args,
			cwd: context.temp,
			env: context.env
		}, { timeoutMs: 15e3 });
		if (stdout.trim() !== "") paths.add(stdout.trim());
	}
	return (await Promise.all([...paths].map((path) => ask(context, path)))).filter((one) => one !== void 0).sort((a, b) => import_semver.default.rcompare(a.version, b.version));
}
/** actions/setup-python with a Python that is here. The job gets an environment of its own of it, with pip. */
const setupPython = {
	repository: "actions/setup-python",
	inputs: {
		...harmless("python-version", "python-version-file", "cache", "architecture", "check-latest", "token", "cache-dependency-path", "allow-prereleases", "freethreaded", "pip-version"),
		"update-environment": "true"
	},
	async run(context) {
		const asked = notDone(context, "actions/setup-python", {
			freethreaded: ["false"],
			"pip-version": []
		});
		if (asked !== void 0) return asked;
		const wishes = await wishesOf(context);
		if (typeof wishes === "string") return wishes;
		if (wishes.length > 1) return "turnpike run sets up one Python a job; actions/setup-python asks for several.";
		const wish = wishes[0] ?? "";
		if (!isRange(wish)) return `turnpike run has CPython alone, by a range of versions; "${wish}" is none.`;
		const here = await candidates(context, wish === "" ? "3" : wish);
		const fitting = here.find(({ version }) => fits(version, wish));
		if (fitting === void 0) return `actions/setup-python asks for Python ${wish}, and here are: ${here.map(({ path, version }) => `${version} (${path})`).join(", ") || "none"}. Install it (uv python install ${wish}), or run this job on GitHub.`;
		return await makeEnvironment(context, fitting);
	}
};
/** Ranges are semver's in the input, and PEP 440's in pyproject.toml. */
function isRange(wish) {
	return wish === "" || import_semver.default.validRange(wish) !== null || validRange(wish);
}
function fits(version, wish) {
	if (import_semver.default.validRange(wish) !== null) return import_semver.default.satisfies(version, wish);
	return satisfies(version, wish);
}
/** The real action puts an own Python in front, whose packages the job may change. A virtual environment is that here. */
async function makeEnvironment(context, python) {
	const folder = join(context.temp, `python-${python.version}`);
	const command = {
		file: python.path,
		args: [
			"-m",
			"venv",
			folder
		],
		cwd: context.temp,
		env: context.env
	};
	const { end, stdout, stderr } = await context.shared.processes.capture(command, { timeoutMs: 12e4 });
	if (end.kind !== "exited" || end.code !== 0) {
		const said = (stderr.trim() || stdout.trim()).split("\n")[0] ?? "";
		return `${python.path} could not make an environment: ${said}`;
	}
	context.print(`Python ${python.version} at ${python.path}, in an environment of this job; no package cache is kept`);
	const bin = join(folder, "bin");
	context.setOutput("python-version", python.version);
	context.setOutput("python-path", join(bin, "python"));
	context.setOutput("cache-hit", "false");
	if (!isSet(context.inputs, "update-environment")) return void 0;
	context.addPath(bin);
	for (const name of [
		"pythonLocation",
		"Python_ROOT_DIR",
		"Python2_ROOT_DIR",
		"Python3_ROOT_DIR"
	]) context.setEnv(name, folder);
}

// src/local/stand-ins/setup-uv.ts
function logOf(context) {
	return {
		info: (message) => context.print(message),
		debug: () => void 0,
		notice: (message) => context.print(message),
		warning: (message) => context.report("warning", message),
		error: (message) => context.report("error", message),
		group: (_title, work) => work(),
		mask: (secret) => context.shared.masker.add(secret)
	};
}
/** astral-sh/setup-uv with the uv that this project's own set-up would take: from PATH, the tool folder, or fetched. */
const setupUv = {
	repository: "astral-sh/setup-uv",
	inputs: { ...harmless("version", "version-file", "python-version", "activate-environment", "venv-path", "no-project", "working-directory", "checksum", "github-token", "enable-cache", "cache-dependency-glob", "restore-cache", "save-cache", "cache-suffix", "cache-local-path", "prune-cache", "cache-python", "ignore-nothing-to-cache", "ignore-empty-workdir", "tool-dir", "tool-bin-dir", "manifest-file", "download-from-astral-mirror", "add-problem-matchers", "quiet", "resolution-strategy") },
	async run(context) {
		const asked = notDone(context, "astral-sh/setup-uv", {
			"version-file": [],
			"activate-environment": ["false"],
			checksum: [],
			"manifest-file": [],
			"resolution-strategy": ["highest"]
		});
		if (asked !== void 0) return asked;
		const { inputs, shared } = context;
		const [{ acquireUv }, { NodeFiles }, { nodeHttp }] = await Promise.all([
			import("./acquire2.js"),
			import("./files.js"),
			import("./http.js")
		]);
		try {
			const wanted = inputs["version"] ?? "";
			const uv = await acquireUv({
				into: shared.toolCache,
				env: context.env,
				processes: shared.processes,
				files: new NodeFiles(context.temp),
				http: nodeHttp,
				log: logOf(context),
				...wanted === "" || wanted === "latest-known" ? {} : { version: wanted }
			});
			context.print(`uv ${uv.version} at ${uv.path} (${uv.trust}); no package cache is kept`);
			context.addPath(dirname(uv.path));
			context.setOutput("uv-version", uv.version);
			context.setOutput("uv-path", uv.path);
			context.setOutput("uvx-path", join(dirname(uv.path), "uvx"));
			context.setOutput("cache-hit", "false");
		} catch (error) {
			return messageOf(error);
		}
		for (const [input, variable] of Object.entries({
			"python-version": "UV_PYTHON",
			"tool-dir": "UV_TOOL_DIR",
			"tool-bin-dir": "UV_TOOL_BIN_DIR"
		})) {
			const value = inputs[input] ?? "";
			if (value !== "") context.setEnv(variable, value);
		}
	}
};

// src/local/stand-ins/upload-artifact.ts
/** Longest folder that all paths share (actions/upload-artifact src/shared/search.ts, getMultiPathLCA). */
function commonFolder(paths) {
	const [first = [], ...rest] = paths.map((path) => path.split(sep));
	const folder = first.filter((_, index) => rest.every((other) => other.slice(0, index + 1).join(sep) === first.slice(0, index + 1).join(sep))).join(sep);
	return folder === "" ? sep : folder;
}
/** Files that the patterns name, and their root (search.ts, findFilesToUpload). */
async function search(context) {
	const home = context.shared.baseEnv["HOME"] ?? "~";
	const patterns = (context.inputs["path"] ?? "").replace(/^(\s*!?)~(?=\/|$)/gm, `$1${home}`);
	const skipHidden = !isSet(context.inputs, "include-hidden-files");
	const { files, searchPaths } = await findFiles(patterns, context.workspace, {
		followLinks: true,
		skipHidden
	});
	if (searchPaths.length > 1) return {
		files,
		root: commonFolder(searchPaths)
	};
	const only = searchPaths[0] ?? context.workspace;
	return {
		files,
		root: files.length === 1 && files[0] === only ? dirname(only) : only
	};
}
async function zip(found, level) {
	const entries = {};
	for (const file of found.files) {
		const name = relative(found.root, file).split(sep).join("/");
		entries[name] = [await readFile(file), {
			level: asLevel(level),
			mtime: new Date(1980, 0, 1)
		}];
	}
	return zipSync(entries);
}
function asLevel(level) {
	return [
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9
	][level] ?? 6;
}
/** actions/upload-artifact, into the artifacts of this run. */
const uploadArtifact = {
	repository: "actions/upload-artifact",
	inputs: {
		name: "artifact",
		path: "",
		"if-no-files-found": "warn",
		"retention-days": "",
		"compression-level": "6",
		overwrite: "false",
		"include-hidden-files": "false",
		archive: "true"
	},
	async run(context) {
		const { inputs, shared } = context;
		const name = inputs["name"] ?? "artifact";
		const ifNone = inputs["if-no-files-found"] ?? "warn";
		if ((inputs["path"] ?? "").trim() === "") return "Input required and not supplied: path";
		if (![
			"warn",
			"error",
			"ignore"
		].includes(ifNone)) return `Unrecognized if-no-files-found input. Provided: ${ifNone}. Available options: warn, error, ignore`;
		if (!isSet(inputs, "archive")) return "turnpike run does not do archive: false of actions/upload-artifact.";
		const found = await search(context);
		if (found.files.length === 0) {
			const message = `No files were found with the provided path: ${inputs["path"]?.trim()}. No artifacts will be uploaded.`;
			if (ifNone === "error") return message;
			if (ifNone === "warn") context.report("warning", message);
			else context.print(message);
			return;
		}
		const { length } = found.files;
		context.print(`With the provided path, there will be ${length} ${length === 1 ? "file" : "files"} uploaded`);
		if (!shared.services.isOn("artifacts")) return "Failed to CreateArtifact: this run has no artifact service.";
		const bytes = await zip(found, Number(inputs["compression-level"]));
		if (isSet(inputs, "overwrite")) await shared.services.artifacts.remove(name);
		const saved = await shared.services.artifacts.save(name, bytes);
		if (saved.kind === "refused") return `The artifact name is not valid: ${name}. ${saved.reason}`;
		if (saved.kind === "taken") return `Failed to CreateArtifact: Received non-retryable error: (409) Conflict: an artifact with this name already exists on the workflow run: ${name}`;
		const { id, digest } = saved.artifact;
		context.print(`Artifact ${name} has been successfully uploaded! Final size is ${bytes.length} bytes. Artifact ID is ${id}`);
		context.setOutput("artifact-id", String(id));
		context.setOutput("artifact-digest", digest.replace(/^sha256:/, ""));
		const run = `${SERVER_URL}/${shared.facts.repository}/actions/runs/${shared.facts.runId}`;
		context.setOutput("artifact-url", `${run}/artifacts/${id}`);
	}
};

// src/local/stand-ins/find.ts
const ALL = [
	checkout,
	uploadArtifact,
	downloadArtifact,
	setupNode,
	setupPython,
	setupUv,
	cache,
	cacheRestore,
	cacheSave
];
/**
* @param name `owner/name` or `owner/name/path`, any case
* @returns the stand-in, whatever ref or SHA it is pinned by
*/
function findStandIn(name) {
	return ALL.find((one) => one.repository === name.toLowerCase());
}

// src/local/actions.ts
function unknown(message, problems = []) {
	return {
		kind: "unknown",
		message,
		problems
	};
}
async function readAction(folder, source, label) {
	for (const name of ["action.yml", "action.yaml"]) {
		const text = await readFile(join(folder, name), "utf8").catch(() => void 0);
		if (text === void 0) continue;
		const parsed = parseActionFile(`${label}/${name}`, text);
		if (parsed.kind === "invalid") return unknown(`${label}/${name} is not valid.`, parsed.problems);
		return {
			kind: "action",
			action: parsed.action,
			folder,
			source
		};
	}
	return unknown(`${label} has no action.yml.`);
}
/** Resolves `uses:` of steps. Reads each action once. */
var ActionResolver = class {
	#sources;
	#read = /* @__PURE__ */ new Map();
	constructor(sources) {
		this.#sources = sources;
	}
	/**
	* @param uses as it is written
	* @param from the repository of the file that says it
	* @param workspace absolute, for `./`; undefined while no job runs
	*/
	resolve(uses, from, workspace) {
		const reference = parseReference(uses);
		if (reference.kind === "local") {
			if (workspace === void 0) return unknown(`${uses} is known when the job has checked out its repository.`);
			return readAction(join(workspace, reference.path), void 0, uses);
		}
		const key = reference.kind === "self" ? `${from.repository}@${from.sha}@${from.ref}/${reference.path}` : uses;
		const known = this.#read.get(key);
		if (known !== void 0) return known;
		const found = this.#find(uses, reference, from);
		this.#read.set(key, found);
		return found;
	}
	async #find(uses, reference, from) {
		switch (reference.kind) {
			case "invalid": return unknown(`${reference.reason}.`);
			case "docker": return unknown(`turnpike run does not do Docker actions: ${uses}. Run this job on GitHub.`);
			case "self": return await readAction(join(await from.folder(), reference.path), from, `${from.repository}/${reference.path}`);
			case "local": return unknown(`${uses} is known when the job has checked out its repository.`);
			case "repository": {
				const { repository, path, ref } = reference;
				const source = this.#sources.find(repository, ref);
				if (source !== void 0) return await readAction(join(await source.folder(), path), source, uses.slice(0, uses.lastIndexOf("@")));
				const standIn = findStandIn(path === "" ? repository : `${repository}/${path}`);
				if (standIn !== void 0) return {
					kind: "stand-in",
					standIn,
					ref
				};
				return unknown(`${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`);
			}
		}
	}
};

// src/local/choose-workflow.ts
const FOLDER = ".github/workflows";
/** The caller of README.md. */
const CALLER = `name: turnpike
on: { push: { branches: [main], tags: ["v*"] }, pull_request: {}, merge_group: {} }
permissions: { contents: read, id-token: write, attestations: write }
jobs:
  turnpike:
    uses: OWNER/turnpike/.github/workflows/pipeline.yml@v1`;
async function listFiles(repository, git) {
	const { top, sha, usesWorkingTree } = repository.commit;
	return (usesWorkingTree ? await readdir(join(top, FOLDER)).catch(() => []) : (await git.ask(top, "ls-tree", "--name-only", `${sha}:${FOLDER}`) ?? "").split("\n")).filter((name) => /\.ya?ml$/.test(name)).sort();
}
async function read(repository, path) {
	const text = await repository.readText(path);
	if (text === void 0) return [{
		where: path,
		message: "There is no such file."
	}];
	const parsed = await parseWorkflowFile(path, text);
	return parsed.kind === "invalid" ? parsed.problems : {
		path,
		workflow: parsed.workflow
	};
}
function isChoice(read) {
	return "workflow" in read;
}
function eventsOf({ workflow }) {
	return workflow.triggers.map(({ event }) => event).join(", ");
}
function listens(choice, event) {
	return choice.workflow.triggers.some((trigger) => trigger.event === event);
}
function callsTurnpike({ workflow }) {
	return workflow.jobs.some(({ call }) => {
		const reference = parseReference(call?.uses ?? "./");
		return reference.kind === "repository" && /\/turnpike$/i.test(reference.repository);
	});
}
function invalid$1(problems) {
	const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
	return new TurnpikeError("WORKFLOW_INVALID", "config", `${count}, nothing was run.`, { problems });
}
/**
* Finds the workflow that a run is of.
*
* @param repository the run's repository
* @param git runs git
* @param wanted path, or file name in `.github/workflows`; undefined: the one that listens to the event, and when there
*   are several, the one among them that calls Turnpike
* @param event the run's event
* @throws TurnpikeError `WORKFLOW_INVALID` or `WORKFLOW_EVENT`, with the events that the workflow has
*/
async function chooseWorkflow(repository, git, of) {
	if (of.wanted !== void 0) {
		const path = of.wanted.includes("/") ? of.wanted.replace(/^\.\//, "") : `${FOLDER}/${of.wanted}`;
		const choice = await read(repository, path);
		if (!isChoice(choice)) throw invalid$1(choice);
		if (listens(choice, of.event)) return choice;
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `${path} does not listen to ${of.event}.`, { hint: `It has: ${eventsOf(choice)}. Choose one: --event EVENT` });
	}
	const names = await listFiles(repository, git);
	if (names.length === 0) {
		const hint = `Begin with ${FOLDER}/turnpike.yml:\n\n${CALLER}`;
		throw new TurnpikeError("WORKFLOW_INVALID", "config", `There is no workflow in ${FOLDER}.`, { hint });
	}
	const all = await Promise.all(names.map((name) => read(repository, `${FOLDER}/${name}`)));
	const fitting = all.filter(isChoice).filter((choice) => listens(choice, of.event));
	const [only] = fitting;
	if (only !== void 0 && fitting.length === 1) return only;
	const [road, ...others] = fitting.filter(callsTurnpike);
	if (road !== void 0 && others.length === 0) return road;
	if (fitting.length > 1) {
		const list = fitting.map(({ path }) => path.slice(18)).join(", ");
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `Several workflows listen to ${of.event}: ${list}.`, { hint: "Choose one: --workflow FILE" });
	}
	const wrong = all.flatMap((one) => isChoice(one) ? [] : one);
	if (wrong.length > 0) throw invalid$1(wrong);
	const list = all.filter(isChoice).map((choice) => `${choice.path}: ${eventsOf(choice)}`);
	throw new TurnpikeError("WORKFLOW_EVENT", "config", `No workflow listens to ${of.event}.`, { hint: `There are:\n${list.join("\n")}\nChoose one: --event EVENT` });
}

// src/local/dispatch-inputs.ts
function typed(input, text) {
	switch (input.type) {
		case "boolean": return text === "true" || text === "false" ? text === "true" : void 0;
		case "number": return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : void 0;
		case "choice": return input.options.includes(text) ? text : void 0;
		default: return text;
	}
}
/**
* Checks what was given against what `workflow_dispatch` declares.
*
* @param workflow the run's workflow
* @param event the run's event; inputs belong to a dispatch alone
* @param given inputs of the command line
* @throws TurnpikeError `INPUT_INVALID` with all that is wrong
*/
function dispatchInputs(workflow, event, given) {
	const problems = [];
	const wrong = (name, message) => problems.push({
		where: `--input ${name}`,
		message
	});
	if (event !== "workflow_dispatch") for (const name of Object.keys(given)) wrong(name, "Inputs belong to a dispatch: --event workflow_dispatch.");
	const declared = event === "workflow_dispatch" ? workflow.dispatchInputs : [];
	const list = declared.map(({ name }) => name).join(", ") || "none";
	for (const name of event === "workflow_dispatch" ? Object.keys(given) : []) if (!declared.some((input) => input.name === name)) wrong(name, `${workflow.label} has no such input; it has: ${list}.`);
	const texts = {};
	const values = {};
	for (const input of declared) {
		const text = given[input.name] ?? input.default?.toString() ?? (input.type === "boolean" ? "false" : "");
		if (text === "" && input.required) wrong(input.name, "The input is required.");
		const value = text === "" ? "" : typed(input, text);
		const choices = input.type === "choice" ? ` (${input.options.join(", ")})` : "";
		if (value === void 0) wrong(input.name, `"${text}" is no ${input.type}${choices}.`);
		texts[input.name] = text;
		values[input.name] = value ?? text;
	}
	if (problems.length > 0) throw new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit, nothing was run.", { problems });
	return {
		texts,
		values
	};
}

// src/local/git.ts
/** Nothing of a repository's runs, and nothing asks a question. */
const SAFE = [
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"safe.directory=*",
	"-c",
	"protocol.file.allow=always",
	"-c",
	"advice.detachedHead=false",
	"-c",
	"gc.auto=0",
	"-c",
	"maintenance.auto=false"
];
const REDIRECTS = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|ALTERNATE_OBJECT_DIRECTORIES)$/;
const TIMEOUT_MS = 6e5;
/** Runs git in a folder. */
var Git = class {
	#processes;
	#env;
	/**
	* @param processes starts git
	* @param env environment; variables that redirect git are dropped
	*/
	constructor(processes, env) {
		this.#processes = processes;
		const kept = Object.entries(definedVariables(env)).filter(([name]) => !REDIRECTS.test(name));
		this.#env = {
			...Object.fromEntries(kept),
			GIT_TERMINAL_PROMPT: "0",
			GIT_OPTIONAL_LOCKS: "0",
			LC_ALL: "C",
			GIT_DEFAULT_REF_FORMAT: "files"
		};
	}
	/** @returns its output, or undefined when git says no */
	async ask(cwd, ...args) {
		const { end, stdout } = await this.#run(cwd, args);
		return end.kind === "exited" && end.code === 0 ? stdout : void 0;
	}
	/** @returns the first line of its output, or undefined when git says no or nothing */
	async line(cwd, ...args) {
		const text = (await this.ask(cwd, ...args))?.trim();
		return text === "" ? void 0 : text;
	}
	/**
	* @param cwd where
	* @param args what; without secrets, as they are in the message of a failure
	* @throws TurnpikeError `GIT_FAILED` with what git said
	*/
	async must(cwd, ...args) {
		const { end, stdout, stderr } = await this.#run(cwd, args);
		if (end.kind === "exited" && end.code === 0) return stdout;
		const said = stderr.trim().split("\n").slice(-3).join(" ");
		const why = end.kind === "not-started" ? end.message : said;
		throw new TurnpikeError("GIT_FAILED", "user", `git ${args[0] ?? ""} failed: ${why}`);
	}
	#run(cwd, args) {
		return this.#processes.capture({
			file: "git",
			args: [...SAFE, ...args],
			cwd,
			env: this.#env
		}, {
			timeoutMs: TIMEOUT_MS,
			maxBytes: 268435456
		});
	}
};

// src/local/load.ts
/** Most workflows inside each other, the first one counted (docs.github.com, Reusing workflow configurations). */
const MAX_DEPTH = 10;
/** Most different workflow files of a run (the same page: 50 reusable ones). */
const MAX_FILES = 51;
/** Reads a workflow with all that it calls and uses, so that whatever is missing is said before anything runs. */
var WorkflowLoader = class {
	#sources;
	#actions;
	#problems = [];
	#files = /* @__PURE__ */ new Set();
	constructor(sources, actions) {
		this.#sources = sources;
		this.#actions = actions;
	}
	/**
	* @param name the file that the event starts
	* @param onlyJobs jobs of it that take part; undefined: all
	*/
	async load(name, onlyJobs) {
		const workflow = await this.#read(name, {
			depth: 1,
			onlyJobs
		});
		if (workflow === void 0 || this.#problems.length > 0) return {
			kind: "invalid",
			problems: this.#problems
		};
		return {
			kind: "loaded",
			workflow
		};
	}
	#label({ source, path }) {
		return source === this.#sources.own ? path : `${source.repository}/${path}@${source.ref}`;
	}
	async #read(name, at) {
		const label = this.#label(name);
		const text = await name.source.readText(name.path);
		if (text === void 0) {
			this.#problems.push({
				where: label,
				message: "There is no such file."
			});
			return;
		}
		const parsed = await parseWorkflowFile(label, text);
		if (parsed.kind === "invalid") {
			this.#problems.push(...parsed.problems);
			return;
		}
		this.#files.add(label);
		const { workflow: file } = parsed;
		const calls = /* @__PURE__ */ new Map();
		for (const job of file.jobs) {
			if (at.onlyJobs !== void 0 && !at.onlyJobs.has(job.id)) continue;
			this.#problems.push(...job.notDone);
			if (job.call !== void 0) {
				const called = await this.#call(job, {
					caller: name,
					label,
					depth: at.depth
				});
				if (called !== void 0) calls.set(job.id, called);
			} else await this.#checkSteps(job.steps, name.source, label);
		}
		return {
			file,
			path: name.path,
			source: name.source,
			calls
		};
	}
	async #call(job, from) {
		const { call } = job;
		if (call === void 0) return void 0;
		const wrong = (message) => {
			this.#problems.push(problemAt(from.label, call.token, message));
		};
		if (from.depth >= MAX_DEPTH) return wrong(`Workflows call each other more than ${MAX_DEPTH} levels deep.`);
		const target = this.#target(call.uses, parseReference(call.uses), from.caller.source);
		if (typeof target === "string") return wrong(target);
		if (await target.source.readText(target.path) === void 0) return wrong(`${call.uses} leads to ${this.#label(target)}, and there is no such file.`);
		const called = await this.#read(target, {
			depth: from.depth + 1,
			onlyJobs: void 0
		});
		if (called === void 0) return void 0;
		if (this.#files.size > MAX_FILES) return wrong(`The run has more than 50 reusable workflows.`);
		if (called.file.call === void 0) return wrong(`${call.uses} cannot be called: its \`on\` has no \`workflow_call\`.`);
		this.#problems.push(...checkCall(from.label, call, called.file.call));
		return called;
	}
	/** `./` and `$/` lead to the repository of the file that says it (src/Sdk/WorkflowParser/Conversion/ReusableWorkflowsLoader.cs). */
	#target(uses, reference, from) {
		switch (reference.kind) {
			case "self":
			case "local": return {
				source: from,
				path: reference.path
			};
			case "repository": {
				const source = this.#sources.find(reference.repository, reference.ref);
				if (source !== void 0) return {
					source,
					path: reference.path
				};
				const { repository, ref } = reference;
				return `${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`;
			}
			case "docker": return `${uses} is no workflow.`;
			case "invalid": return `${reference.reason}.`;
		}
	}
	/** Actions of the workspace (`./`) are known when the job has checked it out; all others are known now. */
	async #checkSteps(steps, source, label) {
		for (const { work } of steps) {
			if (work.kind !== "uses" || parseReference(work.uses).kind === "local") continue;
			const resolved = await this.#actions.resolve(work.uses, source, void 0);
			if (resolved.kind === "unknown") this.#problems.push(problemAt(label, work.token, resolved.message), ...resolved.problems);
			else if (resolved.kind === "action") {
				const { action } = resolved;
				if (action.runs.kind === "javascript" && action.runs.pre !== void 0) {
					const message = `turnpike run does not do \`pre\` of actions: ${work.uses}. Run this job on GitHub.`;
					this.#problems.push(problemAt(label, work.token, message));
				}
				if (action.runs.kind === "composite") await this.#checkSteps(action.runs.steps, resolved.source ?? source, action.label);
			}
		}
	}
};

// src/local/make-checkout.ts
/**
* @param git runs git
* @param top absolute top level
*/
async function readOrigin(git, top) {
	const [objects = "", shallowFile = ""] = (await git.must(top, "rev-parse", "--path-format=absolute", "--git-path", "objects", "--git-path", "shallow")).trim().split("\n");
	const refs = (await git.must(top, "for-each-ref", `--format=%(objectname) %(*objectname) %(refname)`, "refs/heads", "refs/tags")).split("\n").flatMap((line) => {
		const [sha, peeled, ref] = line.split(" ");
		if (sha === void 0 || peeled === void 0 || ref === void 0) return [];
		return [[ref, {
			sha,
			commit: peeled === "" ? sha : peeled
		}]];
	});
	return {
		top,
		objects,
		refs: new Map(refs),
		shallow: await readFile(shallowFile, "utf8").catch(() => "")
	};
}
/**
* Makes a checkout as actions/checkout does (its src/git-source-provider.ts and src/ref-helper.ts): same remote, same
* refs, same depth. Objects are read from the origin, so nothing is copied.
*
* @param git runs git
* @param origin where objects and refs come from
* @param request what and where
* @throws TurnpikeError `GIT_FAILED`
*/
async function makeCheckout(git, origin, request) {
	const { to, sha } = request;
	await mkdir(to, { recursive: true });
	const branch = /^refs\/heads\/(.+)$/.exec(request.ref)?.[1];
	const objectFormat = sha.length === 64 ? ["--object-format=sha256"] : [];
	await git.must(to, "init", "--quiet", "--template=", "--initial-branch", "turnpike-empty", ...objectFormat);
	await borrow(origin, request);
	if (request.depth > 1) await fetchSome(git, origin, request);
	else await writeRefs(origin, request);
	if (branch === void 0) await git.must(to, "checkout", "--quiet", "--force", "--detach", sha);
	else await git.must(to, "checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`);
}
async function borrow(origin, { to, repository }) {
	const info = join(to, ".git", "objects", "info");
	await mkdir(info, { recursive: true });
	await writeFile(join(info, "alternates"), `${origin.objects}\n`);
	const remote = `[remote "origin"]\n\turl = https://github.com/${repository}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
	await appendFile(join(to, ".git", "config"), remote);
}
/** Where the commit of the run stands in the checkout. */
function ownRef({ ref }) {
	if (ref.startsWith("refs/heads/")) return ref.replace("refs/heads/", "refs/remotes/origin/");
	if (ref.startsWith("refs/tags/")) return ref;
	return ref === "" ? void 0 : ref.replace("refs/", "refs/remotes/");
}
/** The refs that a fetch would leave, without one: all objects are there. */
async function writeRefs(origin, request) {
	const isWhole = request.depth === 0;
	const refs = /* @__PURE__ */ new Map();
	for (const [ref, value] of origin.refs) if (ref.startsWith("refs/tags/")) {
		if (isWhole || request.tags || ref === request.ref) refs.set(ref, value);
	} else if (isWhole) refs.set(ref.replace("refs/heads/", "refs/remotes/origin/"), value);
	const own = ownRef(request);
	if (own !== void 0 && !own.startsWith("refs/tags/")) refs.set(own, {
		sha: request.sha,
		commit: request.sha
	});
	const lines = [...refs].map(([ref, { sha }]) => `${sha} ${ref}\n`).sort();
	const folder = join(request.to, ".git");
	await writeFile(join(folder, "packed-refs"), lines.join(""));
	const tips = new Set([...refs.values()].map(({ commit }) => `${commit}\n`).concat(`${request.sha}\n`));
	const shallow = isWhole ? origin.shallow : [...tips].join("");
	if (shallow !== "") await writeFile(join(folder, "shallow"), shallow);
}
/** Some commits of history: which ones, git knows. */
async function fetchSome(git, origin, request) {
	const own = ownRef(request);
	const spec = own?.startsWith("refs/tags/") === true ? `+${own}:${own}` : `+${request.sha}:${own ?? "refs/turnpike/run"}`;
	const tags = request.tags ? ["+refs/tags/*:refs/tags/*"] : [];
	const fetch = [
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--update-shallow",
		`--depth=${request.depth}`,
		origin.top
	];
	if (tags.length > 0) await git.must(request.to, ...fetch, ...tags);
	await git.must(request.to, ...fetch, spec);
}

// src/local/own-repository.ts
/** The repository that a run is of. It is read only: everything is written into checkouts of it. */
var OwnRepository = class {
	commit;
	#git;
	#overlay;
	#changes;
	#gone = [];
	#origin;
	/**
	* @param git runs git
	* @param commit what the run is of
	* @param overlay absolute folder that the uncommitted files are copied to, once, so that all jobs see the same ones
	*/
	constructor(git, commit, overlay) {
		this.#git = git;
		this.commit = commit;
		this.#overlay = overlay;
	}
	/** @returns a file's text at the run's commit, uncommitted changes included where the run is of the working tree */
	async readText(path) {
		if (!this.commit.usesWorkingTree) return await this.#git.ask(this.commit.top, "show", `${this.commit.sha}:${path}`);
		return await readFile(join(this.commit.top, path), "utf8").catch(() => void 0);
	}
	/** @returns whether the working tree differs from its HEAD */
	async isDirty() {
		return (await this.#git.ask(this.commit.top, "status", "--porcelain", "--untracked-files=normal") ?? "").split("\n").some((line) => line !== "" && !line.endsWith(" .turnpike/"));
	}
	/** @returns paths that differ from the commit, or are new and not ignored; `.turnpike/` is left out */
	changes() {
		this.#changes ??= this.#snapshot();
		return this.#changes;
	}
	async #snapshot() {
		if (!this.commit.usesWorkingTree) return [];
		const { top } = this.commit;
		const paths = (await this.#git.must(top, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")).split("\0").filter((entry) => entry.length > 3).map((entry) => entry.slice(3)).filter((path) => !path.startsWith(".turnpike/"));
		const gone = [];
		for (const path of paths) {
			const [from, to] = [join(top, path), join(this.#overlay, path)];
			const info = await lstat(from).catch(() => void 0);
			if (info === void 0) gone.push(path);
			else if (info.isFile() || info.isSymbolicLink()) await copyEntry(from, to, info.isSymbolicLink());
		}
		this.#gone = gone;
		return paths;
	}
	/**
	* Makes a real git checkout of the repository, from its own objects. No hook of anybody's runs.
	*
	* @param request what and where
	* @throws TurnpikeError `GIT_FAILED`
	*/
	async checkout(request) {
		this.#origin ??= readOrigin(this.#git, this.commit.top);
		await makeCheckout(this.#git, await this.#origin, request);
		if (request.withChanges) await this.#overlayChanges(request.to);
	}
	async #overlayChanges(to) {
		const changes = await this.changes();
		for (const path of this.#gone) await rm(join(to, path), {
			force: true,
			recursive: true
		});
		const copied = new Set(changes.filter((path) => !this.#gone.includes(path)));
		for (const path of copied) {
			const from = join(this.#overlay, path);
			const info = await lstat(from).catch(() => void 0);
			if (info !== void 0) await copyEntry(from, join(to, path), info.isSymbolicLink());
		}
	}
};
async function copyEntry(from, to, isLink) {
	await rm(to, {
		force: true,
		recursive: true
	});
	await mkdir(dirname(to), { recursive: true });
	if (isLink) await symlink(await readlink(from), to);
	else await cp(from, to, { preserveTimestamps: true });
}

// src/local/permission-check.ts
/**
* Checks what nested jobs ask for against what their callers grant, whatever `if` says, as GitHub does when a run starts
* (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow;
* PermissionsHelper.cs).
*
* @param workflow the workflow that the event started, with all that it calls
* @param onlyJobs jobs of it that take part; undefined: all
*/
function checkPermissions(workflow, onlyJobs) {
	return checkCalls(workflow, workflow.file.permissions ?? DEFAULT_PERMISSIONS, onlyJobs);
}
function checkCalls(workflow, granted, onlyJobs) {
	return workflow.file.jobs.flatMap((job) => {
		const called = workflow.calls.get(job.id);
		if (called === void 0 || job.call === void 0 || onlyJobs?.has(job.id) === false) return [];
		const allowed = job.permissions ?? granted;
		const own = [{
			who: `The workflow ${job.call.uses}`,
			requested: called.file.permissions
		}, ...called.file.jobs.map(({ id, permissions }) => ({
			who: `The nested job '${id}' of ${job.call?.uses}`,
			requested: permissions
		}))].flatMap(({ who, requested }) => {
			const list = requested === void 0 ? [] : violations(requested, allowed);
			if (list.length === 0) return [];
			const message = `${who} is requesting '${listRequested(list)}', but is only allowed '${listAllowed(list)}'.`;
			return [{
				list,
				problem: problemAt(workflow.file.label, job.token, message)
			}];
		});
		const every = own.flatMap(({ list }) => list);
		const hint = permissionsBlock(allowed, every);
		const inner = own.length > 0 ? [] : checkCalls(called, called.file.permissions ?? allowed, void 0);
		return [...own.map(({ problem }) => ({
			problem,
			hint: `Add to the job \`${job.id}\` of ${workflow.file.label}:\n${hint}`
		})), ...inner];
	});
}

// src/local/sources.ts
/** Where references lead. */
var Sources = class {
	own;
	#maps;
	#project;
	#assumed = /* @__PURE__ */ new Map();
	/**
	* @param own the run's repository at the run's commit
	* @param maps folders that were given
	* @param project this project's own tree, which stands for every repository called `turnpike`
	*/
	constructor(own, maps, project) {
		this.own = own;
		this.#maps = maps;
		this.#project = project;
	}
	/** References that were taken for this project: `owner/turnpike@v1` to its folder. */
	get assumed() {
		return this.#assumed;
	}
	/** @returns what the reference leads to, or undefined when nothing stands for it here */
	find(repository, ref) {
		const name = repository.toLowerCase();
		const map = this.#maps.find((one) => one.repository.toLowerCase() === name && (one.ref === void 0 || one.ref === ref));
		if (map !== void 0) return folderSource({
			repository,
			ref,
			sha: map.sha
		}, map.folder);
		if (this.#project !== void 0 && name.endsWith("/turnpike")) {
			this.#assumed.set(`${repository}@${ref}`, this.#project.folder);
			return folderSource({
				repository,
				ref,
				sha: this.#project.sha
			}, this.#project.folder);
		}
		const isRun = [
			this.own.ref,
			refName(this.own.ref),
			this.own.sha
		].includes(ref);
		if (name === this.own.repository.toLowerCase() && isRun) return this.own;
	}
};
function folderSource(name, folder) {
	return {
		...name,
		readText: (path) => escapes(path) ? Promise.resolve(void 0) : readFile(join(folder, path), "utf8").catch(() => void 0),
		folder: () => Promise.resolve(folder)
	};
}

// src/local/prepare.ts
const ZERO_SHA = "0".repeat(40);
async function commitOf(git, folder) {
	return await git.line(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") ?? ZERO_SHA;
}
function invalid(problems) {
	const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}, nothing was run.`;
	return new TurnpikeError("WORKFLOW_INVALID", "config", count, { problems });
}
/** The run's repository at the run's commit. A tree of it is made when an action of it is used by `$/`. */
function ownSource(found, repository, folder) {
	let made;
	const make = async () => {
		const { ref, sha, usesWorkingTree } = found.commit;
		const request = {
			to: folder,
			repository: found.repository,
			ref,
			sha,
			depth: 1,
			tags: false
		};
		await repository.checkout({
			...request,
			withChanges: usesWorkingTree
		});
		return folder;
	};
	return {
		repository: found.repository,
		ref: found.commit.ref,
		sha: found.commit.sha,
		readText: (path) => repository.readText(path),
		folder: () => {
			made ??= make();
			return made;
		}
	};
}
async function findSources(request, world, of) {
	const maps = [];
	for (const map of request.maps) maps.push({
		...map,
		sha: await commitOf(of.git, map.folder)
	});
	const folder = world.projectRoot;
	const project = folder === void 0 ? void 0 : {
		folder,
		sha: await commitOf(of.git, folder)
	};
	return new Sources(of.own, maps, project);
}
/**
* Reads everything that a run needs and checks what can be checked before a job starts.
*
* @param request what to run
* @param world what to run it with
* @param temp absolute folder of the run
* @throws TurnpikeError with all that is wrong
*/
async function prepareRun(request, world, temp) {
	const processes = new NodeProcesses();
	const git = new Git(processes, world.env);
	const found = await readRepository(git, {
		...request,
		runId: ""
	});
	const repository = new OwnRepository(git, found.commit, join(temp, "overlay"));
	const own = ownSource(found, repository, join(temp, "sources", "own"));
	const sources = await findSources(request, world, {
		git,
		own
	});
	const actions = new ActionResolver(sources);
	const choice = await chooseWorkflow(repository, git, {
		wanted: request.workflow,
		event: found.event
	});
	const onlyJobs = request.job === void 0 ? void 0 : jobsWithNeeds(choice.workflow, request.job);
	const loaded = await new WorkflowLoader(sources, actions).load({
		source: own,
		path: choice.path
	}, onlyJobs);
	if (loaded.kind === "invalid") throw invalid(loaded.problems);
	const { workflow } = loaded;
	const violations = checkPermissions(workflow, onlyJobs);
	const [first] = violations;
	if (first !== void 0) {
		const problems = violations.map(({ problem }) => problem);
		throw new TurnpikeError("WORKFLOW_PERMISSIONS", "config", "The run would not start on GitHub: it asks for more permissions than it is granted.", {
			problems,
			hint: first.hint
		});
	}
	return {
		git,
		processes,
		found,
		repository,
		sources,
		actions,
		choice,
		workflow,
		onlyJobs,
		dispatch: dispatchInputs(choice.workflow, found.event, request.inputs),
		vars: request.vars,
		temp
	};
}

// src/local/view/log-tail.ts
/** What the runner prints where commands are switched off and on; the token is masked. */
const STOP_TOKEN = /^::(stop-commands::)?\*\*\*(::)?$/;
function isWorth(line) {
	return !line.style.startsWith("fold-") && line.style !== "debug" && !STOP_TOKEN.test(line.text.trim());
}
/**
* @param lines of a step's log
* @param count most lines
* @returns the last lines that say something, without marks of groups
*/
function lastLines(lines, count) {
	const worth = lines.filter(isWorth);
	const end = worth.findLastIndex((line) => line.text.trim() !== "");
	return worth.slice(Math.max(0, end + 1 - count), end + 1);
}
/** Lines that are in no group; a group that is not closed holds the rest. */
function unfolded(lines) {
	let isFolded = false;
	return lines.filter((line) => {
		if (line.style === "fold-begin") isFolded = true;
		if (line.style === "fold-end") isFolded = false;
		return !isFolded;
	});
}
/**
* The end of a failed step's log as a person wants it: without groups, which hold what went well, and without the
* annotations, which are shown by themselves. What would leave nothing is not left out.
*
* @param job the job
* @param step a step of it
* @param count most lines
* @returns the last lines
*/
function tellingLines(job, step, count) {
	const said = new Set(job.annotations.filter((entry) => entry.step === step.number).flatMap(({ annotation }) => annotation.message.split(/\r?\n/).map((line) => line.trim())));
	const isAnnotation = (line) => said.has(line.text.trim()) && line.text.trim() !== "";
	const open = unfolded(step.lines);
	return [
		open.filter((line) => !isAnnotation(line)),
		open,
		step.lines
	].map((lines) => lastLines(lines, count)).find((lines) => lines.length > 0) ?? [];
}

// src/local/view/frame.ts
const SPINNER = [
	"⠋",
	"⠙",
	"⠹",
	"⠸",
	"⠼",
	"⠴",
	"⠦",
	"⠧",
	"⠇",
	"⠏"
];
const SPINNER_MS = 100;
/** Durations stand at most this far right. */
const MOST_COLUMNS$1 = 100;
function spinner({ nowMs, styles }) {
	return styles.cyan(SPINNER[Math.floor(nowMs / SPINNER_MS) % SPINNER.length] ?? "");
}
function row$1(left, ms, options) {
	const width = Math.min(options.columns - 1, MOST_COLUMNS$1);
	if (ms === null) return truncate(left, width);
	const time = formatDuration(ms);
	return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`;
}
function stateOf(tree) {
	if (tree.job.conclusion !== null) return "ended";
	return tree.job.startMs !== null || tree.children.some((child) => stateOf(child) !== "waiting") ? "running" : "waiting";
}
function elapsed(tree, nowMs) {
	if (tree.job.conclusion !== null) return tree.job.conclusion === "skipped" ? null : spanOf(tree)?.durationMs ?? null;
	const starts = [tree.job.startMs, ...tree.children.map((child) => child.job.startMs)].filter((ms) => ms !== null);
	return starts.length === 0 ? null : Math.max(0, nowMs - Math.min(...starts));
}
function runningLines(job, left, indent, options) {
	const { styles } = options;
	const step = job.steps.findLast((one) => one.conclusion === null);
	const name = step === void 0 ? "" : `${styles.dim(" › ")}${oneLine(step.name, 80)}`;
	const last = step === void 0 ? void 0 : lastLines(step.lines, 1)[0];
	return [row$1(left + name, elapsed({
		job,
		children: []
	}, options.nowMs), options), row$1(`${indent}  ${styles.dim(`│ ${oneLine(last?.text ?? "", 300)}`)}`, null, options)];
}
function entriesOf(tree, depth, parent, options) {
	const { styles } = options;
	const { job } = tree;
	const state = stateOf(tree);
	const indent = "  ".repeat(depth + 1);
	const name = nameOf$1(job, parent);
	const below = tree.children.flatMap((child) => entriesOf(child, depth + 1, job, options));
	if (state === "waiting") {
		const needs = job.node.needs.length === 0 ? "waits" : `waits for ${job.node.needs.map((id) => shortName(id)).join(", ")}`;
		return [{
			state,
			lines: [row$1(`${indent}${markOf(null, styles)} ${styles.dim(`${name}  ${needs}`)}`, null, options)]
		}];
	}
	if (state === "ended") {
		const word = job.conclusion === "skipped" ? styles.dim("  skipped") : "";
		return [{
			state,
			lines: [row$1(`${indent}${markOf(job.conclusion, styles)} ${name}${word}`, elapsed(tree, options.nowMs), options)]
		}, ...below];
	}
	const left = `${indent}${spinner(options)} ${name}`;
	if (tree.children.length > 0 || job.node.isCall) return [{
		state,
		lines: [row$1(left, elapsed(tree, options.nowMs), options)]
	}, ...below];
	return [{
		state,
		lines: runningLines(job, left, indent, options)
	}];
}
/** The last part of a job's id inside a called workflow. */
function shortName(id) {
	return oneLine(id.split("/").at(-1) ?? id, 40).trim();
}
/** Leaves out what can be missed until the rest fits: ended jobs first, then waiting ones. */
function fitRows(entries, room, styles) {
	const shown = [...entries];
	const left = {
		ended: 0,
		waiting: 0
	};
	const height = () => shown.reduce((sum, entry) => sum + entry.lines.length, 0) + (left.ended > 0 ? 1 : 0) + (left.waiting > 0 ? 1 : 0);
	for (const state of ["ended", "waiting"]) while (height() > room) {
		const index = state === "ended" ? shown.findIndex((entry) => entry.state === state) : shown.findLastIndex((entry) => entry.state === state);
		if (index < 0) break;
		shown.splice(index, 1);
		left[state] += 1;
	}
	return [
		...left.ended > 0 ? [styles.dim(`  … ${countOf(left.ended, "more", "more")} ended`)] : [],
		...shown.flatMap((entry) => entry.lines),
		...left.waiting > 0 ? [styles.dim(`  … ${countOf(left.waiting, "more", "more")} waiting`)] : []
	].slice(0, Math.max(1, room));
}
/**
* One picture of a run that is going on: jobs as a tree, the current step of each with its last line.
*
* @param record the run as far as it is known
* @param options size and time
* @returns lines that fit the terminal
*/
function frameOf(record, options) {
	const { styles } = options;
	const title = `${spinner(options)} ${styles.bold(oneLine(record.title, 60))}  ${styles.dim(whereOf(record))}`;
	const entries = treeOf(record.jobs).flatMap((tree) => entriesOf(tree, 0, void 0, options));
	return [
		"",
		row$1(title, options.nowMs, options),
		...fitRows(entries, options.rows - 4, styles)
	];
}

// src/adapters/terminal/gantt.ts
const LEAST_BAR_COLUMNS = 10;
const MOST_BAR_COLUMNS = 60;
const MOST_LABEL_COLUMNS = 24;
function paint(bar, styles) {
	switch (bar.tag) {
		case "crit": return styles.red;
		case "active": return styles.yellow;
		case "done": return styles.gray;
		case null: return styles.blue;
	}
}
/**
* @param sections groups of bars
* @param options width and colours
* @returns one line a bar: label, bar on a common scale, duration
*/
function renderGantt(sections, options) {
	const { styles, width } = options;
	const bars = sections.flatMap((section) => section.bars);
	const end = Math.max(1, ...bars.map((bar) => bar.startMs + bar.durationMs));
	const labels = Math.min(MOST_LABEL_COLUMNS, Math.max(...bars.map((bar) => stringWidth(bar.label)), 0));
	const room = Math.min(MOST_BAR_COLUMNS, Math.max(LEAST_BAR_COLUMNS, width - labels - 16));
	const line = (bar) => {
		const from = Math.min(room - 1, Math.floor(bar.startMs / end * room));
		const length = Math.max(1, Math.min(room - from, Math.round(bar.durationMs / end * room)));
		const drawn = " ".repeat(from) + paint(bar, styles)("█".repeat(length));
		return `${pad(truncate(bar.label, labels), labels)}  ${pad(drawn, room)}  ${formatDuration(bar.durationMs)}`;
	};
	return sections.flatMap((section) => [...sections.length > 1 ? [styles.dim(section.title)] : [], ...section.bars.map(line)]).join("\n");
}

// src/adapters/terminal/markdown.ts
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " "
};
/** The character references that our own pages and most others use (CommonMark 0.31, section 2.5). */
function decode(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name) => {
		if (name !== void 0) return NAMED[name] ?? whole;
		const point = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
		return point > 0 && point <= 1114111 ? plainText(String.fromCodePoint(point)) : "�";
	});
}
/** Emoji are two columns wide in some terminals and one in others; a mark is one everywhere. */
function withMarks(text, { marks }) {
	return text.replaceAll("✅", marks.pass).replaceAll("❌", marks.fail).replaceAll(/⚠\ufe0f?/g, marks.warn).replaceAll(/⏹\ufe0f?/g, marks.cancel).replaceAll("⚪", marks.skip).replaceAll("​", "");
}
function stripTags(html) {
	return html.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/<\/?[a-zA-Z][^>]*>/g, "");
}
/** No extension is installed, so every token is one of marked's own. */
function known(token) {
	return token;
}
var Renderer = class {
	#options;
	constructor(options) {
		this.#options = options;
	}
	inline(tokens) {
		const { styles } = this.#options;
		return (tokens ?? []).map((token) => this.#inlineToken(known(token), styles)).join("");
	}
	#inlineToken(token, styles) {
		switch (token.type) {
			case "strong": return styles.bold(this.inline(token.tokens));
			case "em": return styles.italic(this.inline(token.tokens));
			case "codespan": return styles.cyan(plainText(token.text));
			case "link": return styles.underline(this.inline(token.tokens));
			case "br": return "\n";
			case "html": return decode(stripTags(token.text));
			case "image":
			case "escape": return plainText(token.text);
			case "text": return token.tokens === void 0 ? withMarks(decode(token.raw), styles) : this.inline(token.tokens);
			default: return "tokens" in token ? this.inline(token.tokens) : "";
		}
	}
	blocks(tokens, width) {
		const parts = [];
		for (let index = 0; index < tokens.length; index += 1) {
			const next = tokens[index];
			if (next === void 0) continue;
			const token = known(next);
			const opening = token.type === "html" ? /<details(\s+open\b[^>]*)?[^>]*>/i.exec(token.text) : null;
			if (opening === null || token.type !== "html") {
				const text = this.#block(token, width);
				if (text !== "") parts.push(text);
				continue;
			}
			const end = endOfDetails(tokens, index);
			parts.push(this.#details(token.text, opening[1] !== void 0, tokens.slice(index + 1, end), width));
			index = end;
		}
		return parts;
	}
	#details(html, isOpen, inner, width) {
		const { styles } = this.#options;
		const title = withMarks(decode(stripTags(/<summary>([\s\S]*?)<\/summary>/i.exec(html)?.[1] ?? "Details")).trim(), styles);
		if (!isOpen) return `${styles.dim("▸")} ${title}`;
		const body = this.blocks(inner, width - 2).join("\n\n");
		return `${styles.dim("▾")} ${styles.bold(title)}\n\n${indent(body, "  ")}`;
	}
	#block(token, width) {
		const { styles } = this.#options;
		switch (token.type) {
			case "heading": {
				const title = styles.bold(this.inline(token.tokens));
				return wrap$1(token.depth <= 2 ? styles.underline(title) : title, width);
			}
			case "paragraph":
			case "text": return wrap$1(this.inline("tokens" in token ? token.tokens : [token]), width);
			case "list": return token.items.map((item, index) => this.#item(item, token.ordered ? `${index + 1}.` : "•", width)).join("\n");
			case "table": return this.#table(token, width);
			case "code": {
				const chart = token.lang === "mermaid" ? parseGantt(token.text) : void 0;
				const drawn = chart === void 0 ? void 0 : renderGantt(chart, {
					width,
					styles
				});
				if (drawn !== void 0) return drawn;
				return token.lang === "sh" ? indent(styles.cyan(token.text), "  ") : indent(token.text, `${styles.dim("│")} `);
			}
			case "blockquote": return this.#quote(token, width);
			case "hr": return styles.dim("─".repeat(Math.min(width, 40)));
			case "html": return wrap$1(decode(stripTags(token.text)).trim(), width);
			default: return "";
		}
	}
	#item(item, bullet, width) {
		return `${bullet} ${indent(this.blocks(item.tokens, width - bullet.length - 1).join("\n"), " ".repeat(bullet.length + 1)).trimStart()}`;
	}
	#table(token, width) {
		const cells = (row) => row.map((cell) => this.inline(cell.tokens).replaceAll("\n", " "));
		return renderTable(token.rows.map(cells), {
			head: cells(token.header),
			right: token.align.flatMap((align, column) => align === "right" ? [column] : []),
			width,
			overflow: "wrap",
			styleHead: this.#options.styles.dim
		});
	}
	#quote(token, width) {
		const { styles } = this.#options;
		const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/.exec(token.text);
		const text = alert === null ? token.tokens : x.lexer(token.text.slice(alert[0].length));
		const body = this.blocks(text, width - 2).join("\n\n");
		const isLoud = alert?.[1] === "WARNING" || alert?.[1] === "CAUTION";
		const mark = alert === null ? styles.dim("│") : isLoud ? styles.marks.warn : styles.marks.info;
		return alert === null ? indent(body, `${mark} `) : `${mark} ${indent(body, "  ").trimStart()}`;
	}
};
function indent(text, prefix) {
	return text.split("\n").map((line) => (prefix + line).trimEnd()).join("\n");
}
/** The token that closes the `<details>` at `start`, nested ones skipped; the last token when nothing closes it. */
function endOfDetails(tokens, start) {
	let depth = 0;
	for (let index = start; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token?.type !== "html") continue;
		depth += (token.raw.match(/<details[\s>]/gi) ?? []).length - (token.raw.match(/<\/details>/gi) ?? []).length;
		if (depth <= 0) return index;
	}
	return tokens.length;
}
/**
* GitHub-flavoured Markdown as text for a terminal: headings, tables aligned, details (closed ones folded to their
* title), lists, code, alerts. HTML tags are dropped, their text stays.
*
* @param markdown foreign Markdown
* @param options width and colours
* @returns lines joined by `\n`, without a line feed at the end; holds no control sequence but our colours
*/
function renderMarkdown(markdown, options) {
	const tokens = x.lexer(plainText(markdown), { gfm: true });
	return new Renderer(options).blocks(tokens, options.width).join("\n\n");
}

// src/local/view/report.ts
const MOST_COLUMNS = 100;
const FAILURE_LINES = 20;
const CANCELLED_LINES = 5;
const MOST_ANNOTATIONS = 30;
function widthOf(options) {
	return Math.min(options.columns - 1, MOST_COLUMNS);
}
function row(left, ms, options) {
	const width = widthOf(options);
	const time = ms === null ? "" : formatDuration(ms);
	return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`.trimEnd();
}
/** Steps of a job that went well are worth a word from this share of its time on. */
const WORTH_SHARE = .1;
function mainSteps(job) {
	const least = Math.max(1, (job.durationMs ?? 0) * WORTH_SHARE);
	return job.steps.filter((step) => (step.durationMs ?? 0) >= least).map((step) => `${oneLine(step.name, 40)} ${formatDuration(step.durationMs ?? 0)}`).join(", ");
}
function stepLines(job, indent, options) {
	const { styles } = options;
	return job.steps.map((step) => {
		const isSkipped = step.conclusion === "skipped";
		const title = isSkipped ? styles.dim(oneLine(step.name, 100)) : oneLine(step.name, 100);
		return row(`${indent}  ${stepMark(step, styles)} ${title}`, isSkipped ? null : step.durationMs, options);
	});
}
function treeLines(tree, depth, parent, options) {
	const { styles } = options;
	const { job } = tree;
	const indent = "  ".repeat(depth);
	const wentWell = job.conclusion === "success" && job.steps.every((step) => step.outcome !== "failure");
	const remark = job.conclusion === "success" ? wentWell ? mainSteps(job) : "" : wordOf(job.conclusion);
	const name = job.conclusion === "skipped" || job.conclusion === null ? styles.dim(nameOf$1(job, parent)) : styles.bold(nameOf$1(job, parent));
	const span = job.conclusion === "skipped" ? void 0 : spanOf(tree);
	return [
		row(`${indent}${markOf(job.conclusion, styles)} ${name}${remark === "" ? "" : styles.dim(`  ${remark}`)}`, span?.durationMs ?? null, options),
		...wentWell ? [] : stepLines(job, indent, options),
		...tree.children.flatMap((child) => treeLines(child, depth + 1, job, options))
	];
}
function logLine(line, options) {
	const { styles } = options;
	const text = plainText(line.text).replaceAll("\n", " ").replaceAll("	", "    ");
	const paint = {
		error: styles.red,
		warning: styles.yellow,
		command: styles.blue
	};
	const shown = line.style === "error" || line.style === "warning" || line.style === "command" ? paint[line.style](text) : text;
	return `  ${styles.dim("│")} ${shown}`;
}
function stepTail(job, step, count, options) {
	const { styles } = options;
	const tail = tellingLines(job, step, count);
	const time = step.durationMs === null ? "" : styles.dim(` · ${formatDuration(step.durationMs)}`);
	return [
		`${stepMark(step, styles)} ${styles.bold(`${nameOf$1(job)} › ${oneLine(step.name, 80)}`)}${time}`,
		...tail.map((line) => logLine(line, options)),
		""
	];
}
function failureLines(record, options) {
	return record.jobs.flatMap((job) => {
		const failed = job.steps.filter((step) => step.outcome === "failure");
		const stopped = job.steps.filter((step) => step.conclusion === "cancelled" && step.lines.length > 0);
		return [...failed.flatMap((step) => stepTail(job, step, FAILURE_LINES, options)), ...stopped.flatMap((step) => stepTail(job, step, CANCELLED_LINES, options))];
	});
}
function placeOf(annotation) {
	if (annotation.file === void 0) return "";
	const line = annotation.line === void 0 ? "" : `:${annotation.line}`;
	const column = annotation.line === void 0 || annotation.column === void 0 ? "" : `:${annotation.column}`;
	return `${oneLine(annotation.file, 200)}${line}${column}`;
}
/** Lines of at most `width`, each as far in as the first. */
function wrapIndented(line, width) {
	const indent = /^ */.exec(line)?.[0].slice(0, 20) ?? "";
	return wrap$1(line, width - indent.length).split("\n").map((part) => `${indent}${part}`);
}
/** Most lines of one annotation: what gave up says each way that it tried. */
const ANNOTATION_LINES = 16;
/** Place, title and message; a message of many lines stands below its title, with its own indentation. */
function annotationText(annotation, { styles }) {
	const place = placeOf(annotation);
	const title = annotation.title === void 0 ? "" : oneLine(annotation.title, 80);
	const message = plainText(annotation.message.slice(0, 8e3));
	const lines = message.split("\n").filter((line) => line.trim() !== "");
	const head = place === "" ? "" : `${styles.underline(place)}  `;
	if (lines.length > 1) {
		const shown = lines.slice(0, ANNOTATION_LINES);
		const rest = lines.length - shown.length;
		return [
			`${head}${title}`,
			...shown,
			...rest > 0 ? [`… ${countOf(rest, "more line")} in the log`] : []
		].filter((line) => line !== "");
	}
	const own = oneLine(message, 500);
	const text = place !== "" && own.startsWith(`${place} `) ? own.slice(place.length + 1) : own;
	return [`${head}${title === "" ? "" : `${title}: `}${text}`];
}
function annotationLines(record, options) {
	const { styles } = options;
	const all = record.jobs.flatMap((job) => job.annotations.map(({ annotation }) => annotation));
	const unique = [...new Map(all.map((one) => [JSON.stringify([
		one.level,
		placeOf(one),
		one.message
	]), one])).values()];
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	const marks = {
		error: styles.marks.fail,
		warning: styles.marks.warn,
		notice: styles.marks.info
	};
	const sorted = unique.sort((a, b) => rank[a.level] - rank[b.level]);
	const lines = sorted.slice(0, MOST_ANNOTATIONS).flatMap((annotation) => {
		return annotationText(annotation, options).flatMap((line) => wrapIndented(line, widthOf(options) - 2)).map((line, index) => index === 0 ? `${marks[annotation.level]} ${line}` : `  ${line}`);
	});
	const more = sorted.length - MOST_ANNOTATIONS;
	if (more > 0) lines.push(styles.dim(`  … ${countOf(more, "more annotation")}`));
	return lines;
}
function summaryLines(record, options) {
	const { styles } = options;
	const pages = record.jobs.flatMap((job) => job.steps.filter((step) => step.summary.trim() !== "").map((step) => ({
		job,
		step
	})));
	return pages.flatMap(({ job, step }) => [
		...pages.length > 1 ? [styles.dim(`from ${nameOf$1(job)} › ${oneLine(step.name, 80)}`), ""] : [],
		renderMarkdown(step.summary, {
			width: widthOf(options),
			styles
		}),
		""
	]);
}
function fileLines(files) {
	const rows = files.map((file) => [
		file.label,
		join$1(file.path),
		file.bytes === null ? "" : formatBytes(file.bytes)
	]);
	return rows.length === 0 ? [] : renderTable(rows, {
		indent: 2,
		right: [2]
	}).split("\n");
}
function section(title, lines, options) {
	if (lines.length === 0) return [];
	const trimmed = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
	const rule = "─".repeat(Math.max(2, widthOf(options) - title.length - 4));
	return [
		options.styles.dim(`── ${title} ${rule}`),
		"",
		...trimmed,
		""
	];
}
/**
* @param record a run that has ended
* @param options colours and files
* @returns the last line: what the run came to and how long it took
*/
function closingLine(record, { styles }) {
	const time = record.durationMs === null ? "" : ` in ${formatDuration(record.durationMs)}`;
	const exit = record.exitCode === null || record.exitCode === 0 ? "" : styles.dim(`  (exit code ${record.exitCode})`);
	const word = `${oneLine(record.title, 60)} ${wordOf(record.conclusion)}${time}`;
	return `${markOf(record.conclusion, styles)} ${styles.bold(word)}${exit}`;
}
/**
* What is said when a run has ended: the tree with durations, what failed with its last lines, annotations, the summary
* pages, the files, and the verdict last, where the eye is.
*
* @param record the run
* @param options colours, size and files
* @returns lines
*/
function reportOf(record, options) {
	const tree = treeOf(record.jobs).flatMap((one) => treeLines(one, 0, void 0, options));
	return [
		"",
		`${options.styles.bold(oneLine(record.title, 60))}  ${options.styles.dim(whereOf(record))}`,
		"",
		...tree,
		"",
		...section("what did not pass", failureLines(record, options), options),
		...section("annotations", annotationLines(record, options), options),
		...section("summary", summaryLines(record, options), options),
		...section("files", fileLines(options.files), options),
		closingLine(record, options)
	];
}

// src/local/view/terminal.ts
const TICK_MS = 100;
const PLAIN_COLUMNS = 100;
function everyUnreferenced(ms, callback) {
	const timer = setInterval(callback, ms).unref();
	return () => clearInterval(timer);
}
function isLive(output, env) {
	const isCi = (env["CI"] ?? "") !== "" && env["CI"] !== "false";
	return output.isTTY === true && !isCi && env["TERM"] !== "dumb";
}
function noteLine(note, paint) {
	return `${{
		info: paint.marks.info,
		warning: paint.marks.warn,
		error: paint.marks.fail
	}[note.level]} ${oneLine(note.message, 2e3)}`;
}
var TerminalView = class {
	#output;
	#options;
	#styles;
	#recorder = new RunRecorder$1();
	#clock;
	#region;
	#stop = () => void 0;
	#startedAt = 0;
	constructor(output, options) {
		this.#output = output;
		this.#options = options;
		this.#styles = styles(output, options.env);
		this.#clock = options.clock ?? systemClock;
	}
	listen = (event) => {
		this.#recorder.listen(event);
		if (event.kind === "run-started") this.#start(event.atMs);
		if (event.kind === "note") this.#say([noteLine(event, this.#styles)]);
		else if (this.#region === void 0) this.#say(this.#change(event));
		if (event.kind === "run-finished") this.#finish();
	};
	#start(atMs) {
		this.#startedAt = this.#clock.monotonicMs() - atMs;
		if (!isLive(this.#output, this.#options.env)) return;
		this.#region = liveRegion(this.#output, () => this.#draw());
		this.#stop = (this.#options.every ?? everyUnreferenced)(TICK_MS, () => this.#draw());
		this.#draw();
	}
	#draw() {
		if (this.#region === void 0) return;
		const nowMs = Math.max(0, this.#clock.monotonicMs() - this.#startedAt);
		this.#region.draw(frameOf(this.#recorder.record(), {
			styles: this.#styles,
			nowMs,
			...this.#region.size()
		}));
	}
	#finish() {
		this.#stop();
		const columns = this.#region?.size().columns ?? this.#output.columns ?? PLAIN_COLUMNS;
		this.#region?.end();
		this.#region = void 0;
		const files = this.#options.files?.() ?? [];
		this.#say(reportOf(this.#recorder.record(), {
			styles: this.#styles,
			columns,
			files
		}));
	}
	#say(lines) {
		if (lines.length === 0) return;
		if (this.#region === void 0) this.#output.write(`${this.#inert(lines.join("\n"))}\n`);
		else this.#region.above(lines);
	}
	/** Inside a GitHub job our output is read for workflow commands, and what it repeats is foreign. */
	#inert(text) {
		return this.#options.env["GITHUB_ACTIONS"] === "true" ? inert(text) : text;
	}
	/** One line for what changed, where there is no live tree. */
	#change(event) {
		if (event.kind === "line" || event.kind === "annotation") return [];
		const paint = this.#styles;
		const record = this.#recorder.record();
		if (event.kind === "run-started") return [`${paint.bold(oneLine(event.title, 60))}  ${paint.dim(whereOf(record))}`];
		const job = "jobId" in event ? record.jobs.find(({ node }) => node.id === event.jobId) : void 0;
		if (job === void 0) return [];
		const name = nameOf$1(job);
		switch (event.kind) {
			case "job-started": return [`${paint.dim("·")} ${paint.bold(name)} ${paint.dim("started")}`];
			case "job-finished": {
				const time = event.conclusion === "skipped" ? "" : paint.dim(` after ${formatDuration(event.durationMs)}`);
				return [`${markOf(event.conclusion, paint)} ${paint.bold(name)} ${wordOf(event.conclusion)}${time}`];
			}
			case "step-finished": {
				const step = job.steps.find((one) => one.number === event.step);
				if (step === void 0 || event.conclusion === "skipped") return [];
				const time = paint.dim(`  ${formatDuration(event.durationMs)}`);
				return [`${stepMark(step, paint)} ${paint.dim(`${name} ›`)} ${oneLine(step.name, 100)}${time}`];
			}
			default: return [];
		}
	}
};
/**
* Shows a run to people: in a terminal a live tree, elsewhere one line a change; at the end the report.
*
* @param output where to write; standard error in the command line
* @param options environment and what can be opened at the end
* @returns takes the events of one run; does not throw
*/
function makeTerminalView(output, options) {
	return new TerminalView(output, options).listen;
}

// src/local/run.ts
/**
* Runs a workflow of a repository on this machine.
*
* @param request what to run
* @param world what to run it with
* @throws TurnpikeError when nothing can be run: wrong workflow, permissions, input or repository
*/
async function runWorkflow(request, world) {
	const temp = await mkdtemp(join(tmpdir(), "turnpike-"));
	const removeNow = () => rmSync(temp, {
		recursive: true,
		force: true
	});
	if (!request.keep) process.once("exit", removeNow);
	try {
		return await execute(request, world, await prepareRun(request, world, temp));
	} finally {
		process.off("exit", removeNow);
		if (!request.keep) await rm(temp, {
			recursive: true,
			force: true,
			maxRetries: 3
		}).catch(() => void 0);
	}
}
async function execute(request, world, run) {
	const { clock } = world;
	const startedAt = clock.now();
	const began = clock.monotonicMs();
	const facts = await factsOf$1(request, run, startedAt);
	const folder = await makeRunFolder(run.found.commit.top);
	const log = new RunRecorder(folder, startedAt.toISOString());
	const view = new RunRecorder$1();
	let files = {
		artifacts: [],
		artifactFolders: [],
		others: []
	};
	const listeners = [
		log.listen,
		view.listen,
		...world.watch(() => listedFiles(files))
	];
	const emit = (event) => {
		const atMs = clock.monotonicMs() - began;
		for (const listen of listeners) listen({
			...event,
			atMs
		});
	};
	const nodes = jobNodes(run.workflow, run.onlyJobs);
	const announce = announcer(nodes, emit);
	const services = await servicesOf(request, world, {
		run,
		facts,
		startedAt
	});
	try {
		const shared = await sharedOf(request, world, {
			run,
			facts,
			services,
			emit,
			announce
		});
		await open$1(request, run, {
			facts,
			nodes,
			emit
		});
		loadPage();
		const { result, jobs } = await new Scheduler(shared, pLimit(request.jobsAtOnce), run.onlyJobs).runFrame({
			workflow: run.workflow,
			idPrefix: "",
			namePrefix: "",
			parent: void 0,
			inputs: toValue(run.dispatch.values),
			secrets: request.secrets,
			permissions: run.workflow.file.permissions ?? DEFAULT_PERMISSIONS,
			signal: world.signal
		});
		const conclusion = world.signal.aborted ? "cancelled" : result;
		const exitCode = exitCodeFor(conclusion, world.signal, jobs);
		files = await collectFiles(services, folder);
		emit({
			kind: "run-finished",
			conclusion,
			exitCode,
			durationMs: clock.monotonicMs() - began
		});
		await log.close();
		return {
			conclusion,
			exitCode,
			folder,
			record: await writeResults(folder, {
				log,
				view,
				files
			})
		};
	} finally {
		await services.close();
	}
}
/** Tells of jobs that were not told of before, or under another name. */
function announcer(nodes, emit) {
	const names = new Map(nodes.map(({ id, name }) => [id, name]));
	return (job) => {
		if (names.get(job.id) === job.name) return;
		names.set(job.id, job.name);
		emit({
			kind: "job-added",
			job
		});
	};
}
async function open$1(request, run, of) {
	const { facts, emit } = of;
	emit({
		kind: "run-started",
		title: titleOf(run, facts),
		event: facts.event,
		ref: facts.ref,
		sha: facts.sha,
		repository: facts.repository,
		workflowFile: run.choice.path,
		jobs: of.nodes
	});
	for (const note of await openingNotes(run, request)) emit(note);
}
/** `run-name`, where there is one; else the workflow's name. */
function titleOf(run, facts) {
	const { runName } = run.choice.workflow;
	if (runName === void 0) return facts.workflow;
	const github = githubContext(facts, {
		job: "",
		workspace: "",
		eventPath: "",
		token: "",
		apiUrl: ""
	});
	const contexts = {
		github: toValue(github),
		inputs: toValue(run.dispatch.values),
		vars: toValue(run.vars)
	};
	return evaluateText(runName, {
		contexts,
		functions: []
	}) || facts.workflow;
}
async function factsOf$1(request, run, startedAt) {
	const { workflow, path } = run.choice;
	const about = {
		found: run.found,
		workflow: workflow.name ?? path,
		workflowPath: path,
		cron: firstCron(workflow.triggers)
	};
	const runId = String(startedAt.getTime());
	return await makeFacts(run.git, {
		...request,
		inputs: run.dispatch.texts,
		runId
	}, about);
}
async function servicesOf(request, world, of) {
	const { run, facts, startedAt } = of;
	const home = join(run.found.commit.top, ".turnpike");
	const sigstore = needsIdentity(run.workflow) ? world.startSigstore?.(join(home, "sigstore")) : void 0;
	return await world.startServices({
		folder: join(run.temp, "services"),
		cacheFolder: join(home, "cache"),
		repository: facts.repository,
		repositoryId: facts.repositoryId,
		ownerId: facts.ownerId,
		defaultBranch: facts.defaultBranch,
		isPrivate: facts.visibility !== "public",
		runId: facts.runId,
		workflow: facts.workflow,
		event: facts.event,
		sha: facts.sha,
		refName: refName(facts.ref),
		createdAt: startedAt.toISOString(),
		cacheScopes: [facts.ref, `refs/heads/${facts.defaultBranch}`],
		services: Object.fromEntries(request.without.map((name) => [name, "off"])),
		...sigstore === void 0 ? {} : { sigstore }
	});
}
async function sharedOf(request, world, of) {
	const { git, processes, sources, actions, repository, temp } = of.run;
	const toolCache = world.env["RUNNER_TOOL_CACHE"] ?? join(cacheHome(world.env), "turnpike", "tools");
	await mkdir(toolCache, { recursive: true });
	const masker = new SecretMasker();
	for (const secret of Object.values(request.secrets)) masker.addLines(secret);
	const outer = world.env[MARKER_VARIABLE];
	const own = Buffer.from(world.random.bytes(9)).toString("hex");
	return {
		facts: of.facts,
		services: of.services,
		cacheMode: request.cacheMode ?? defaultCacheMode(of.facts.event),
		sources,
		actions,
		repository,
		git,
		processes,
		jobs: new JobList(of.facts, world.clock, (job) => of.services.recordJob(job)),
		masker,
		clock: world.clock,
		emit: of.emit,
		announce: of.announce,
		temp,
		toolCache,
		baseEnv: baseEnvironment(world.env, request.passEnv),
		withheld: withheldNames(world.env, request.passEnv),
		vars: request.vars,
		secrets: request.secrets,
		signal: world.signal,
		minuteMs: world.minuteMs ?? 6e4,
		stopPlan: world.stopPlan ?? CANCEL_PLAN,
		isDebug: request.vars["ACTIONS_STEP_DEBUG"] === "true" || request.secrets["ACTIONS_STEP_DEBUG"] === "true",
		marker: outer === void 0 || outer === "" ? own : `${outer}/${own}`,
		random: world.random
	};
}
function cacheHome(env) {
	const home = env["HOME"] || tmpdir();
	return env["XDG_CACHE_HOME"] || join(home, ".cache");
}
/** Exit codes of a run that did not pass, which a called workflow may have as its output `exit-code`. */
const CODES = new Set([
	EXIT.failed,
	EXIT.config,
	EXIT.service,
	EXIT.overBudget
].map(String));
/** The code that all failed jobs agree on; 1 when one says nothing, as jobs do that call no workflow of ours. */
function exitCodeFor(conclusion, signal, jobs) {
	if (signal.aborted) return signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
	if (conclusion === "success" || conclusion === "skipped") return EXIT.passed;
	const failed = [...jobs.values()].filter(({ result }) => result === "failure");
	const codes = new Set(failed.map(({ outputs }) => outputs["exit-code"] ?? ""));
	const [code] = codes;
	return codes.size === 1 && code !== void 0 && CODES.has(code) ? Number(code) : EXIT.failed;
}

// src/local/services/artifact-store.ts
/** Characters that a name must not have (actions/toolkit path-and-artifact-name-validation.ts). */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;
/**
* @param name proposed name
* @returns what is wrong with it, or undefined
*/
function artifactNameFault(name) {
	if (name === "") return "an artifact needs a name";
	if (name.length > 256) return "an artifact's name has at most 256 characters";
	return FORBIDDEN.test(name) ? "an artifact's name must not have any of \" : < > | * ? \\ / or a line break" : void 0;
}
/** Artifacts of one run, in a folder. Names are unique; files are named at random. */
var ArtifactStore = class {
	#folder;
	#artifacts = /* @__PURE__ */ new Map();
	#lastId = 0;
	/** @param folder absolute */
	constructor(folder) {
		this.#folder = folder;
	}
	/** Absolute folder for uploads. */
	get uploadFolder() {
		return join(this.#folder, "uploads");
	}
	/** Newest first. */
	list() {
		return [...this.#artifacts.values()].sort((a, b) => b.id - a.id);
	}
	/** @returns the artifact of that name, or undefined */
	get(name) {
		return this.#artifacts.get(name);
	}
	/** @returns the artifact, or undefined when its name is taken */
	async add(artifact) {
		if (this.#artifacts.has(artifact.name)) return void 0;
		this.#lastId += 1;
		const file = join(this.#folder, `${randomBytes(16).toString("hex")}.blob`);
		const stored = {
			id: this.#lastId,
			name: artifact.name,
			size: artifact.size,
			digest: `sha256:${artifact.sha256}`,
			createdAt: (/* @__PURE__ */ new Date()).toISOString(),
			mimeType: artifact.mimeType,
			file,
			jobBackendId: artifact.jobBackendId
		};
		this.#artifacts.set(stored.name, stored);
		await mkdir(this.#folder, { recursive: true });
		await rename(artifact.file, file);
		return stored;
	}
	/** Stores bytes that did not come over the wire. Same result as `add`. */
	async save(name, bytes, mimeType) {
		if (this.#artifacts.has(name)) return void 0;
		await mkdir(this.uploadFolder, { recursive: true });
		const file = join(this.uploadFolder, randomBytes(16).toString("hex"));
		await writeFile(file, bytes, { flag: "wx" });
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		return await this.add({
			name,
			mimeType,
			jobBackendId: "",
			file,
			size: bytes.length,
			sha256
		});
	}
	/** @returns the stored bytes, or undefined when there is no artifact of that name */
	async read(name) {
		const artifact = this.get(name);
		return artifact === void 0 ? void 0 : await readFile(artifact.file);
	}
	/** @returns what was removed, or undefined when there is no artifact of that name */
	async remove(name) {
		const artifact = this.get(name);
		if (artifact === void 0) return void 0;
		this.#artifacts.delete(name);
		await rm(artifact.file, { force: true });
		return artifact;
	}
};

// src/local/services/twirp.ts
/** Twirp error codes that the services use, with their HTTP status (twitchtv/twirp docs/errors.md). */
const STATUS = {
	invalid_argument: 400,
	unauthenticated: 401,
	permission_denied: 403,
	not_found: 404,
	already_exists: 409,
	resource_exhausted: 429,
	unimplemented: 501
};
/** Requests are small JSON texts. */
const REQUEST_LIMIT_BYTES = 1048576;
/**
* @param code a Twirp code
* @param msg what clients show; they do not retry these
*/
function twirpFault(code, msg) {
	return jsonAnswer(STATUS[code], {
		code,
		msg
	});
}
function fieldsOf(body) {
	const read = (name) => body[name] ?? body[name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase())];
	return {
		text(name) {
			const value = read(name);
			return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
		},
		texts(name) {
			const value = read(name);
			return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
		}
	};
}
/**
* Serves `POST /twirp/<service>/<method>` (JSON form of Twirp) to holders of a job's runtime token.
*
* @param service full name of the service
* @param methods by name; undefined when the service is switched off
* @param tokens who may call
*/
function twirpHandler(service, methods, tokens) {
	const prefix = `/twirp/${service}/`;
	return async (exchange) => {
		if (!exchange.url.pathname.startsWith(prefix)) return void 0;
		const name = exchange.url.pathname.slice(prefix.length);
		if (methods === void 0) return twirpFault("unimplemented", `${service} is switched off in this local run`);
		const method = Object.hasOwn(methods, name) ? methods[name] : void 0;
		if (exchange.method !== "POST" || method === void 0) return twirpFault("unimplemented", `the local ${service} does not have ${exchange.method} ${name}`);
		const job = tokens.runtimeJob(bearerOf(exchange));
		if (job === void 0) return twirpFault("unauthenticated", "the token is not one of a job of this run");
		const body = await readObject(exchange.stream, REQUEST_LIMIT_BYTES);
		if (body.kind === "refused") return twirpFault("invalid_argument", body.reason);
		return await method(fieldsOf(body.value), job);
	};
}

// src/local/services/artifact-service.ts
/** Full name of the service (actions/toolkit packages/artifact/src/generated/results/api/v1/artifact.ts). */
const ARTIFACT_SERVICE = "github.actions.results.api.v1.ArtifactService";
/** Most artifacts of one job. */
const ARTIFACTS_PER_JOB = 500;
/** A client may only speak for the job that its token was made for. */
function speaksForItself(fields, job) {
	return fields.text("workflow_run_backend_id") === job.runBackendId && fields.text("workflow_job_run_backend_id") === job.jobBackendId;
}
function describe(artifact, job) {
	return {
		workflow_run_backend_id: job.runBackendId,
		workflow_job_run_backend_id: artifact.jobBackendId === "" ? job.jobBackendId : artifact.jobBackendId,
		database_id: String(artifact.id),
		name: artifact.name,
		size: String(artifact.size),
		created_at: artifact.createdAt,
		digest: artifact.digest
	};
}
/** A file name for `Content-Disposition` (RFC 6266 and RFC 8187). */
function dispositionOf(artifact) {
	const name = artifact.mimeType === "application/zip" ? `${artifact.name}.zip` : artifact.name;
	return `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
const NOT_YOURS = "the ids are not those of the job that the token was made for";
const TAKEN = "an artifact with this name already exists on the workflow run";
/**
* @param parts store, blobs, limit and origin
* @returns the methods of the artifact service, version 4 and later
*/
function artifactMethods(parts) {
	const { store, blobs, limitBytes, origin } = parts;
	const pending = /* @__PURE__ */ new Map();
	const create = async (fields, job) => {
		const name = fields.text("name");
		const fault = artifactNameFault(name);
		if (fault !== void 0) return twirpFault("invalid_argument", fault);
		if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
		if (pending.has(name) || store.get(name) !== void 0) return twirpFault("already_exists", TAKEN);
		if (store.list().filter((artifact) => artifact.jobBackendId === job.jobBackendId).length >= ARTIFACTS_PER_JOB) return twirpFault("resource_exhausted", `a job has at most ${ARTIFACTS_PER_JOB} artifacts`);
		const mimeType = fields.text("mime_type") || "application/zip";
		pending.set(name, {
			uploadId: "",
			mimeType
		});
		const upload = await blobs.openUpload(store.uploadFolder, limitBytes);
		pending.set(name, {
			uploadId: upload.id,
			mimeType
		});
		return jsonAnswer(200, {
			ok: true,
			signed_upload_url: `${origin()}${upload.path}`
		});
	};
	const finalize = async (fields, job) => {
		const name = fields.text("name");
		if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
		const begun = pending.get(name);
		if (begun === void 0) return twirpFault("not_found", "no upload of an artifact of that name was begun");
		const blob = await blobs.finishUpload(begun.uploadId);
		pending.delete(name);
		if (blob === void 0) return twirpFault("not_found", "nothing was uploaded for that artifact");
		const hash = fields.text("hash");
		if (hash !== "" && hash !== `sha256:${blob.sha256}`) {
			await blobs.discard(blob);
			return twirpFault("invalid_argument", "hash is not that of what was uploaded");
		}
		const artifact = await store.add({
			...blob,
			name,
			mimeType: begun.mimeType,
			jobBackendId: job.jobBackendId
		});
		if (artifact === void 0) return twirpFault("already_exists", TAKEN);
		return jsonAnswer(200, {
			ok: true,
			artifact_id: String(artifact.id)
		});
	};
	const list = async (fields, job) => {
		const name = fields.text("name_filter");
		const id = fields.text("id_filter");
		const artifacts = store.list().filter((artifact) => (name === "" || artifact.name === name) && (id === "" || String(artifact.id) === id));
		return jsonAnswer(200, { artifacts: artifacts.map((artifact) => describe(artifact, job)) });
	};
	const sign = async (fields) => {
		const artifact = store.get(fields.text("name"));
		if (artifact === void 0) return twirpFault("not_found", "there is no artifact of that name");
		const form = {
			contentType: artifact.mimeType,
			disposition: dispositionOf(artifact)
		};
		return jsonAnswer(200, { signed_url: `${origin()}${blobs.signDownload(artifact.file, form)}` });
	};
	const remove = async (fields) => {
		const artifact = await store.remove(fields.text("name"));
		if (artifact === void 0) return twirpFault("not_found", "there is no artifact of that name");
		return jsonAnswer(200, {
			ok: true,
			artifact_id: String(artifact.id)
		});
	};
	return {
		CreateArtifact: create,
		FinalizeArtifact: finalize,
		ListArtifacts: list,
		GetSignedArtifactURL: sign,
		DeleteArtifact: remove
	};
}

// src/local/services/job-tokens.ts
var import_saxes = require_saxes();
/** Random texts are long: clients turn them into masks, and a short mask wrecks a log. */
const SECRET_BYTES = 36;
/** @returns a text that cannot be guessed, made of letters, digits, `-` and `_` */
function randomSecret() {
	return randomBytes(SECRET_BYTES).toString("base64url");
}
/**
* Compares without telling by its time how much was right.
*
* @param expected what was handed out
* @param given what came back; the Azure client may strip `=` at the end
*/
function isSameSecret(expected, given) {
	const left = Buffer.from(expected.replace(/=+$/, ""));
	const right = Buffer.from(given.replace(/=+$/, ""));
	return left.length === right.length && timingSafeEqual(left, right);
}
function segment(value) {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}
/** The tokens that jobs were given, each bound to what its job may do. */
var JobTokens = class {
	#runtime = /* @__PURE__ */ new Map();
	#runBackendId;
	/** @param runBackendId id of the run in the scopes of its tokens */
	constructor(runBackendId) {
		this.#runBackendId = runBackendId;
	}
	/**
	* A token in the form of the results service's: a JWT that clients only decode
	* (actions/toolkit packages/artifact/src/internal/shared/util.ts, getBackendIdsFromToken).
	*
	* @param jobId the job
	* @param cacheMode what the job may do with the cache
	*/
	issueRuntime(jobId, cacheMode) {
		const jobBackendId = randomBytes(16).toString("hex");
		const scp = `Actions.Results:${this.#runBackendId}:${jobBackendId}`;
		const token = `${segment({
			alg: "none",
			typ: "JWT"
		})}.${segment({
			scp,
			jobId
		})}.${randomSecret()}`;
		this.#runtime.set(token, {
			jobId,
			runBackendId: this.#runBackendId,
			jobBackendId,
			cacheMode
		});
		return token;
	}
	/** @returns whose token it is, or undefined for one that was never issued */
	runtimeJob(token) {
		return token === void 0 ? void 0 : this.#runtime.get(token);
	}
};

// src/local/services/blobs.ts
/** A list of 50,000 blocks, Azure's most, with its XML around it. */
const BLOCK_LIST_LIMIT_BYTES = 8388608;
function azureAnswer(status, headers = {}, body) {
	return {
		status,
		headers: {
			"x-ms-request-id": randomBytes(16).toString("hex"),
			"x-ms-version": "2025-11-05",
			...headers
		},
		...body === void 0 ? {} : { body }
	};
}
/** @see https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2 */
function azureFault(status, code) {
	return {
		status,
		headers: {
			"content-type": "application/xml",
			"x-ms-error-code": code
		},
		body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
	};
}
/** @returns bytes written, or undefined when there were more than `limit` */
async function writeStream(stream, file, limit) {
	const temporary = `${file}.${randomBytes(8).toString("hex")}`;
	const handle = await open(temporary, "wx");
	let size = 0;
	try {
		for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
			size += chunk.length;
			if (size > limit) return void 0;
			await handle.writeFile(chunk);
		}
		await rename(temporary, file);
		return size;
	} finally {
		await handle.close();
		await rm(temporary, { force: true });
	}
}
/** @returns block ids in the order of a `<BlockList>`, or undefined when it is not well-formed */
function parseBlockList(xml) {
	const ids = [];
	let text = "";
	const parser = new import_saxes.SaxesParser();
	parser.on("opentag", () => {
		text = "";
	});
	parser.on("text", (part) => {
		text += part;
	});
	parser.on("closetag", (tag) => {
		if (tag.name === "Latest" || tag.name === "Uncommitted" || tag.name === "Committed") ids.push(text.trim());
	});
	try {
		parser.write(xml).close();
		return ids;
	} catch {
		return;
	}
}
function parseRange(range, size) {
	const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
	if (match === null) return void 0;
	const start = Number(match[1]);
	const end = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
	return start > end ? void 0 : {
		start,
		length: end - start + 1
	};
}
/**
* Uploads and downloads by signed address, as far as the block blobs of Azure Storage are used by GitHub's clients:
* `Put Blob`, `Put Block`, `Put Block List`, `Get Blob`. Files are named by random ids, never by what a client sent.
*/
var Blobs = class {
	#uploads = /* @__PURE__ */ new Map();
	#downloads = /* @__PURE__ */ new Map();
	/**
	* @param folder absolute folder of the upload; the finished file stays in it
	* @param limit most bytes
	* @returns id, and path with query, of a place to upload to
	*/
	async openUpload(folder, limit) {
		const id = randomBytes(16).toString("hex");
		await mkdir(folder, { recursive: true });
		const file = join(folder, id);
		const upload = {
			sig: randomSecret(),
			file,
			limit,
			blockFolder: `${file}.blocks`,
			blockSizes: /* @__PURE__ */ new Map()
		};
		this.#uploads.set(id, upload);
		return {
			id,
			path: `/blobs/${id}?sig=${upload.sig}`
		};
	}
	/**
	* Ends an upload; its address stops working.
	*
	* @returns what was uploaded, or undefined when nothing was
	*/
	async finishUpload(id) {
		const upload = this.#uploads.get(id);
		if (upload === void 0) return void 0;
		this.#uploads.delete(id);
		await rm(upload.blockFolder, {
			recursive: true,
			force: true
		});
		const info = await stat(upload.file).catch(() => void 0);
		if (info === void 0) return void 0;
		const hash = createHash("sha256");
		await pipeline(createReadStream(upload.file), hash);
		return {
			file: upload.file,
			size: info.size,
			sha256: hash.digest("hex")
		};
	}
	/** Removes what was uploaded. */
	async discard(blob) {
		await rm(blob.file, { force: true });
	}
	/** @returns path with query of a download of `file` */
	signDownload(file, form) {
		const id = randomBytes(16).toString("hex");
		const sig = randomSecret();
		this.#downloads.set(id, {
			...form,
			file,
			sig
		});
		return `/blobs/${id}?sig=${sig}`;
	}
	/** Serves `/blobs/<id>?sig=…`. */
	handler = async (exchange) => {
		const id = /^\/blobs\/([0-9a-f]{32})$/.exec(exchange.url.pathname)?.[1];
		if (id === void 0) return void 0;
		const sig = exchange.url.searchParams.get("sig") ?? "";
		const upload = this.#uploads.get(id);
		if (upload !== void 0 && exchange.method === "PUT") return isSameSecret(upload.sig, sig) ? await this.#put(upload, exchange) : azureFault(403, "AuthenticationFailed");
		const download = this.#downloads.get(id);
		if (download !== void 0 && (exchange.method === "GET" || exchange.method === "HEAD")) return isSameSecret(download.sig, sig) ? await this.#get(download, exchange) : azureFault(403, "AuthenticationFailed");
		return azureFault(404, "BlobNotFound");
	};
	async #put(upload, exchange) {
		const query = exchange.url.searchParams;
		switch (query.get("comp")) {
			case null: return await this.#putWhole(upload, exchange);
			case "block": return await this.#putBlock(upload, exchange, query.get("blockid") ?? "");
			case "blocklist": return await this.#putBlockList(upload, exchange);
			default: return azureFault(400, "InvalidQueryParameterValue");
		}
	}
	async #putWhole(upload, exchange) {
		if (exchange.headers["x-ms-blob-type"] !== "BlockBlob") return azureFault(400, "InvalidHeaderValue");
		return await writeStream(exchange.stream, upload.file, upload.limit) === void 0 ? azureFault(413, "RequestBodyTooLarge") : this.#created();
	}
	async #putBlock(upload, exchange, blockId) {
		if (blockId === "" || blockId.length > 128) return azureFault(400, "InvalidQueryParameterValue");
		const others = [...upload.blockSizes].reduce((sum, [id, size]) => id === blockId ? sum : sum + size, 0);
		await mkdir(upload.blockFolder, { recursive: true });
		const size = await writeStream(exchange.stream, blockFile(upload, blockId), upload.limit - others);
		if (size === void 0) return azureFault(413, "RequestBodyTooLarge");
		upload.blockSizes.set(blockId, size);
		return azureAnswer(201);
	}
	async #putBlockList(upload, exchange) {
		const body = await readBody(exchange.stream, BLOCK_LIST_LIMIT_BYTES);
		if (body.kind === "too-large") return azureFault(413, "RequestBodyTooLarge");
		const ids = parseBlockList(body.bytes.toString("utf8"));
		if (ids === void 0) return azureFault(400, "InvalidXmlDocument");
		if (ids.some((id) => !upload.blockSizes.has(id))) return azureFault(400, "InvalidBlockList");
		if (ids.reduce((sum, id) => sum + (upload.blockSizes.get(id) ?? 0), 0) > upload.limit) return azureFault(413, "RequestBodyTooLarge");
		const target = `${upload.file}.list`;
		await rm(target, { force: true });
		const out = createWriteStream(target, { flags: "wx" });
		await pipeline(async function* () {
			for (const id of ids) yield* createReadStream(blockFile(upload, id));
		}, out);
		await rename(target, upload.file);
		return this.#created();
	}
	#created() {
		return azureAnswer(201, {
			etag: `"0x${randomBytes(8).toString("hex").toUpperCase()}"`,
			"last-modified": (/* @__PURE__ */ new Date()).toUTCString()
		});
	}
	async #get(download, exchange) {
		const info = await stat(download.file).catch(() => void 0);
		if (info === void 0) return azureFault(404, "BlobNotFound");
		const headers = {
			"content-type": download.contentType,
			"accept-ranges": "bytes",
			etag: `"0x${info.mtimeMs.toString(16).replace(".", "")}${info.size.toString(16)}"`,
			"last-modified": info.mtime.toUTCString(),
			...download.disposition === void 0 ? {} : { "content-disposition": download.disposition }
		};
		const part = parseRange(exchange.headers.range, info.size);
		if (part === void 0) return azureAnswer(200, headers, {
			file: download.file,
			start: 0,
			length: info.size
		});
		const range = `bytes ${part.start}-${part.start + part.length - 1}/${info.size}`;
		return azureAnswer(206, {
			...headers,
			"content-range": range
		}, {
			file: download.file,
			...part
		});
	}
};
function blockFile(upload, blockId) {
	return join(upload.blockFolder, createHash("sha256").update(blockId).digest("hex"));
}

// src/local/services/cache-service.ts
/** Full name of the service (actions/toolkit packages/cache/src/generated/results/api/v1/cache.ts). */
const CACHE_SERVICE = "github.actions.results.api.v1.CacheService";
/** Longest key (actions/toolkit packages/cache/src/cache.ts, checkKey). */
const KEY_LIMIT = 512;
const EXISTS = "cache entry with the same key, version, and scope already exists";
function isKey(key) {
	return key !== "" && key.length <= KEY_LIMIT && !key.includes(",");
}
/**
* @param parts store, blobs, scopes and origin
* @returns the methods of the cache service, version 2
*/
function cacheMethods(parts) {
	const { store, blobs, scopes, origin } = parts;
	/** Upload id by what it will be; a key is taken from its reservation on. */
	const pending = /* @__PURE__ */ new Map();
	const create = async (fields, job) => {
		const key = fields.text("key");
		const version = fields.text("version");
		if (!isKey(key) || version === "") return twirpFault("invalid_argument", "key or version is not valid");
		if (job.cacheMode === "read" || job.cacheMode === "none") return jsonAnswer(200, {
			ok: false,
			signed_upload_url: "",
			message: `cache write denied: the effective cache-mode of this job is ${job.cacheMode}`
		});
		const identity = {
			key,
			version,
			scope: scopes[0]
		};
		const name = JSON.stringify(identity);
		if (pending.has(name) || await store.has(identity)) return twirpFault("already_exists", EXISTS);
		pending.set(name, "");
		const upload = await blobs.openUpload(store.uploadFolder, store.limitBytes);
		pending.set(name, upload.id);
		return jsonAnswer(200, {
			ok: true,
			signed_upload_url: `${origin()}${upload.path}`,
			message: ""
		});
	};
	const finalize = async (fields) => {
		const identity = {
			key: fields.text("key"),
			version: fields.text("version"),
			scope: scopes[0]
		};
		const name = JSON.stringify(identity);
		const uploadId = pending.get(name);
		if (uploadId === void 0) return twirpFault("not_found", "no upload of that key was begun");
		const blob = await blobs.finishUpload(uploadId);
		pending.delete(name);
		if (blob === void 0) return twirpFault("not_found", "nothing was uploaded for that key");
		if (String(blob.size) !== fields.text("size_bytes")) {
			await blobs.discard(blob);
			return twirpFault("invalid_argument", `size_bytes is not ${blob.size}, the size of what was uploaded`);
		}
		const entry = await store.add(identity, blob.file, blob.size);
		if (entry === void 0) return twirpFault("already_exists", EXISTS);
		return jsonAnswer(200, {
			ok: true,
			entry_id: entry.id,
			message: ""
		});
	};
	const find = async (fields, job) => {
		if (job.cacheMode === "none" || job.cacheMode === "write-only") {
			const msg = `cache read denied: the effective cache-mode of this job is ${job.cacheMode}`;
			return twirpFault("permission_denied", msg);
		}
		const keys = [fields.text("key"), ...fields.texts("restore_keys")];
		if (!keys.every(isKey)) return twirpFault("invalid_argument", "a key is not valid");
		const entry = await store.find({
			keys,
			version: fields.text("version"),
			scopes
		});
		if (entry === void 0) return jsonAnswer(200, {
			ok: false,
			signed_download_url: "",
			matched_key: ""
		});
		const path = blobs.signDownload(store.fileOf(entry), { contentType: "application/octet-stream" });
		return jsonAnswer(200, {
			ok: true,
			signed_download_url: `${origin()}${path}`,
			matched_key: entry.key
		});
	};
	return {
		CreateCacheEntry: create,
		FinalizeCacheEntryUpload: finalize,
		GetCacheEntryDownloadURL: find
	};
}

// src/local/services/cache-store.ts
const entrySchema = object({
	schema: literal("turnpike/cache-entry/1"),
	id: string().regex(/^\d+$/),
	key: string(),
	version: string(),
	scope: string(),
	blob: string().regex(/^[0-9a-f]{32}\.blob$/),
	size: number().int().nonnegative(),
	createdAt: datetime()
});
/** Another run may still be writing what is younger. */
const ABANDONED_MS = 864e5;
function nameOf(identity) {
	const text = JSON.stringify([
		identity.scope,
		identity.version,
		identity.key
	]);
	return `${createHash("sha256").update(text).digest("hex")}.json`;
}
/**
* Cache entries in a folder. Several runs may share the folder: an entry appears by a hard link that only one can make,
* and is never changed afterwards.
*/
var CacheStore = class {
	#folder;
	#capBytes;
	/**
	* @param folder absolute
	* @param capBytes what all blobs together may take; the least recently used entries go first
	*/
	constructor(folder, capBytes) {
		this.#folder = folder;
		this.#capBytes = capBytes;
	}
	/** Absolute folder for uploads; on the same file system, so that taking one over is a rename. */
	get uploadFolder() {
		return join(this.#folder, "uploads");
	}
	/** Most bytes that one entry may have. */
	get limitBytes() {
		return this.#capBytes;
	}
	/** Removes uploads and archives that a run left behind when it was killed, once they are a day old. */
	async tidy() {
		const named = new Set((await this.#all()).map((entry) => entry.blob));
		const left = await readdir(this.#folder).catch(() => []);
		const uploads = await readdir(this.uploadFolder).catch(() => []);
		const candidates = [...left.filter((name) => /\.(blob|tmp)$/.test(name) && !named.has(name)).map((name) => join(this.#folder, name)), ...uploads.map((name) => join(this.uploadFolder, name))];
		for (const path of candidates) {
			const info = await stat(path).catch(() => void 0);
			if (info !== void 0 && Date.now() - info.mtimeMs > ABANDONED_MS) await rm(path, {
				recursive: true,
				force: true
			});
		}
	}
	/** @returns true when there is an entry of exactly this identity */
	async has(identity) {
		return await this.#read(nameOf(identity)) !== void 0;
	}
	/**
	* Takes a finished file over as an entry.
	*
	* @param file absolute path; it is moved
	* @returns the entry, or undefined when another run was first
	*/
	async add(identity, file, size) {
		await mkdir(this.#folder, { recursive: true });
		const blob = `${randomBytes(16).toString("hex")}.blob`;
		const entry = {
			schema: "turnpike/cache-entry/1",
			id: BigInt(`0x${randomBytes(6).toString("hex")}`).toString(),
			...identity,
			blob,
			size,
			createdAt: (/* @__PURE__ */ new Date()).toISOString()
		};
		const temporary = join(this.#folder, `${randomBytes(16).toString("hex")}.tmp`);
		await rename(file, join(this.#folder, blob));
		try {
			await writeFile(temporary, JSON.stringify(entry), { flag: "wx" });
			if (await this.#claim(temporary, nameOf(identity))) {
				await this.#evict(entry);
				return entry;
			}
		} finally {
			await rm(temporary, { force: true });
		}
		await rm(join(this.#folder, blob), { force: true });
	}
	/**
	* Finds what GitHub would restore: per scope the exact key, then for each key in order the newest entry that starts with it
	* (https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching).
	*/
	async find(query) {
		const entries = (await this.#all()).filter((entry) => entry.version === query.version);
		entries.sort((a, b) => a.createdAt < b.createdAt ? 1 : -1);
		for (const scope of query.scopes) {
			const ofScope = entries.filter((entry) => entry.scope === scope);
			for (const key of query.keys) {
				const found = ofScope.find((entry) => entry.key === key) ?? ofScope.find((entry) => entry.key.startsWith(key));
				if (found !== void 0) return await this.#used(found);
			}
		}
	}
	/** @returns absolute path of an entry's archive */
	fileOf(entry) {
		return join(this.#folder, entry.blob);
	}
	/** @returns true when the name is ours now; a torn entry under it makes way */
	async #claim(temporary, name) {
		for (const isLast of [false, true]) try {
			await link(temporary, join(this.#folder, name));
			return true;
		} catch (error) {
			if (error.code !== "EEXIST") throw error;
			if (isLast || await this.#read(name) !== void 0) return false;
			await rm(join(this.#folder, name), { force: true });
		}
		return false;
	}
	async #used(entry) {
		const now = /* @__PURE__ */ new Date();
		await utimes(this.fileOf(entry), now, now).catch(() => void 0);
		return entry;
	}
	async #read(name) {
		try {
			const entry = entrySchema.parse(JSON.parse(await readFile(join(this.#folder, name), "utf8")));
			return (await stat(this.fileOf(entry))).size === entry.size ? entry : void 0;
		} catch {
			return;
		}
	}
	async #all() {
		const names = await readdir(this.#folder).catch(() => []);
		return (await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => this.#read(name)))).filter((entry) => entry !== void 0);
	}
	async #evict(keep) {
		const entries = await this.#all();
		let total = entries.reduce((sum, entry) => sum + entry.size, 0);
		const used = await Promise.all(entries.filter((entry) => entry.id !== keep.id).map(async (entry) => ({
			entry,
			at: (await stat(this.fileOf(entry)).catch(() => void 0))?.mtimeMs ?? 0
		})));
		for (const { entry } of used.sort((a, b) => a.at - b.at)) {
			if (total <= this.#capBytes) return;
			await rm(join(this.#folder, nameOf(entry)), { force: true });
			await rm(this.fileOf(entry), { force: true });
			total -= entry.size;
		}
	}
};

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
const wrap = [["encrypt", "wrapKey"], ["decrypt", "unwrapKey"]];
const derive = [[], ["deriveBits"]];
const none = [[], []];
function rsaes(bits) {
	return {
		kty: ["RSA"],
		mode: "key-encryption",
		subtle: {
			name: "RSA-OAEP",
			hash: `SHA-${bits}`
		},
		usages: wrap,
		ops: ["wrapKey", "unwrapKey"]
	};
}
function ecdh(mode) {
	return {
		kty: ["EC", "OKP"],
		mode,
		subtle: { name: "ECDH" },
		resolve: ({ kty, crv, asymmetricKeyType }) => {
			if (crv === "X25519" || asymmetricKeyType === "x25519") return { name: "X25519" };
			if (kty === "OKP") throw new JOSENotSupported("Invalid or unsupported JWK \"alg\" (Algorithm) Parameter value");
			return {
				name: "ECDH",
				namedCurve: crv
			};
		},
		usages: derive,
		ops: [void 0, "deriveBits"]
	};
}
function aeskw(bits, gcm = !1) {
	return {
		kty: ["oct"],
		mode: "key-wrapping",
		secret: !0,
		subtle: {
			name: gcm ? "AES-GCM" : "AES-KW",
			length: bits
		},
		usages: none,
		ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
	};
}
function pbes2() {
	return {
		kty: ["oct"],
		mode: "key-wrapping",
		secret: !0,
		subtle: { name: "PBKDF2" },
		usages: none,
		ops: ["deriveBits", "deriveBits"]
	};
}
const JWE = table({
	dir: {
		kty: ["oct"],
		mode: "direct-encryption",
		secret: !0,
		subtle: { name: "AES-GCM" },
		usages: none,
		ops: ["encrypt", "decrypt"]
	},
	"RSA-OAEP": rsaes(1),
	"RSA-OAEP-256": rsaes(256),
	"RSA-OAEP-384": rsaes(384),
	"RSA-OAEP-512": rsaes(512),
	"ECDH-ES": ecdh("direct-key-agreement"),
	"ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
	"ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
	"ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
	A128KW: aeskw(128),
	A192KW: aeskw(192),
	A256KW: aeskw(256),
	A128GCMKW: aeskw(128, !0),
	A192GCMKW: aeskw(192, !0),
	A256GCMKW: aeskw(256, !0),
	"PBES2-HS256+A128KW": pbes2(),
	"PBES2-HS384+A192KW": pbes2(),
	"PBES2-HS512+A256KW": pbes2()
});
const contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = !1) {
	return {
		kty: ["oct"],
		secret: !0,
		subtle: {
			name: cbc ? "AES-CBC" : "AES-GCM",
			length: bits
		},
		usages: none,
		ops: contentOps,
		cekBits: bits,
		ivBits: cbc ? 128 : 96,
		cbc
	};
}
const ENC = table({
	A128GCM: contentEncryption(128),
	A192GCM: contentEncryption(192),
	A256GCM: contentEncryption(256),
	"A128CBC-HS256": contentEncryption(256, !0),
	"A192CBC-HS384": contentEncryption(384, !0),
	"A256CBC-HS512": contentEncryption(512, !0)
});

// node_modules/jose/dist/webapi/lib/jws_sign.js
async function createSignature(input, key, rejectUnencoded) {
	let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
	if (protectedHeader !== void 0) {
		const normalized = serializeJoseHeader(JWSInvalid, protectedHeader);
		protectedHeader = normalized[0], encodedProtectedHeader = encode(normalized[1]);
	}
	if (unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWSInvalid, unprotectedHeader)[0]), !protectedHeader && !unprotectedHeader) throw new JWSInvalid("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
	if (!isDisjoint(protectedHeader, unprotectedHeader)) throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
	const joseHeader = {
		...protectedHeader,
		...unprotectedHeader
	};
	validateCritDuplicates(JWSInvalid, protectedHeader);
	const b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, crit, protectedHeader, joseHeader));
	b64 || rejectUnencoded?.();
	const { alg } = joseHeader;
	if (typeof alg != "string" || !alg) throw new JWSInvalid("JWS \"alg\" (Algorithm) Header Parameter missing or invalid");
	const entry = jwsAlgorithm(alg);
	let encodedPayload = "", signingPayload = payload, signingInput;
	if (b64) {
		const encodedPayloadCache = input[4];
		encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= encode(payload), signingPayload = encodedPayloadCache[1] ??= encode$1(encodedPayload)) : (encodedPayload = encode(payload), signingInput = encoder.encode(`${encodedProtectedHeader}.${encodedPayload}`));
	}
	signingInput ??= concat(encode$1(encodedProtectedHeader), encode$1("."), signingPayload);
	const signingKey = await rawKey(await prepareKey(entry, key, "sign"), entry.subtle, "sign");
	entry.minRsaBits && checkModulusLength(entry.alg, signingKey);
	const jws = {
		signature: encode(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
		payload: encodedPayload
	};
	return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), [jws, b64];
}
async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
	const [jws] = await createSignature([
		payload,
		protectedHeader,
		void 0,
		crit
	], key, rejectUnencoded);
	return `${jws.protected}.${jws.payload}.${jws.signature}`;
}

// node_modules/jose/dist/webapi/jwt/sign.js
const SignJWT_base = JWTClaimsBuilder;
var SignJWT = class extends SignJWT_base {
	#protectedHeader;
	setProtectedHeader(protectedHeader) {
		return assertNotSet(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, this;
	}
	async sign(key, options) {
		return createCompactSignature(jwtClaimsSetBytes(this), this.#protectedHeader, options?.crit, key, () => {
			throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
		});
	}
};

// node_modules/jose/dist/webapi/lib/key_algorithm.js
const algArgument = "\"alg\" (Algorithm)";
function unsupportedAlg(source = "JWK \"alg\" (Algorithm) Parameter") {
	throw new JOSENotSupported(`Invalid or unsupported ${source} value`);
}
function keyAlgorithm(alg, source) {
	return (typeof alg == "string" ? JWS[alg] ?? JWE[alg] : void 0) ?? unsupportedAlg(source);
}

// node_modules/jose/dist/webapi/key/export.js
async function exportJWK(key) {
	if (isKeyObject(key)) if (key.type === "secret") key = key.export();
	else return key.export({ format: "jwk" });
	if (key instanceof Uint8Array) return {
		kty: "oct",
		k: encode(key)
	};
	if (!isCryptoKey(key)) throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "Uint8Array"));
	if (!key.extractable) throw new TypeError("non-extractable CryptoKey cannot be exported as a JWK");
	const jwk = await crypto.subtle.exportKey("jwk", key);
	delete jwk.ext, delete jwk.key_ops, delete jwk.use, jwk.kty !== "AKP" && delete jwk.alg;
	for (const parameter of Object.keys(jwk)) jwk[parameter] === void 0 && delete jwk[parameter];
	return jwk;
}

// node_modules/jose/dist/webapi/key/generate_key_pair.js
function getModulusLengthOption(options) {
	const modulusLength = options?.modulusLength ?? 2048;
	if (typeof modulusLength != "number" || !Number.isInteger(modulusLength) || modulusLength < 2048) throw new JOSENotSupported("Invalid or unsupported modulusLength option provided, 2048 bits or larger keys must be used");
	return modulusLength;
}
async function generateKeyPair(alg, options) {
	const extractable = validateExtractableOption(options?.extractable), entry = keyAlgorithm(alg, algArgument);
	entry.secret && unsupportedAlg("\"alg\" (Algorithm)");
	let algorithm;
	if (entry.resolve) {
		const crv = options?.crv ?? "P-256";
		if (![
			"P-256",
			"P-384",
			"P-521",
			"X25519"
		].includes(crv)) throw new JOSENotSupported("Invalid or unsupported crv option provided, supported values are P-256, P-384, P-521, and X25519");
		algorithm = entry.resolve({ crv });
	} else {
		if (entry.crv !== void 0 && options?.crv !== void 0 && options.crv !== entry.crv) throw new JOSENotSupported(`Invalid or unsupported crv option provided, the only supported value for ${alg} is ${entry.crv}`);
		algorithm = entry.kty[0] === "RSA" ? {
			...entry.subtle,
			publicExponent: Uint8Array.of(1, 0, 1),
			modulusLength: getModulusLengthOption(options)
		} : entry.subtle;
	}
	return crypto.subtle.generateKey(algorithm, extractable ?? !1, [...entry.usages[1], ...entry.usages[0]]);
}

// src/local/services/oidc-issuer.ts
/** Seconds that a token is valid, as on GitHub. */
const LIFETIME_SECONDS = 300;
/** Longest audience that is accepted. */
const AUDIENCE_LIMIT = 1024;
/** Claims that the issuer sets itself; `sub` is given with the others. */
const OWN_CLAIMS = /* @__PURE__ */ new Set([
	"iss",
	"aud",
	"exp",
	"nbf",
	"iat",
	"jti"
]);
async function makeKey() {
	const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
	const kid = randomBytes(16).toString("hex");
	return {
		kid,
		privateKey,
		jwks: { keys: [{
			...await exportJWK(publicKey),
			kid,
			alg: "RS256",
			use: "sig"
		}] }
	};
}
/** Issues tokens as GitHub's OIDC provider does, with a key of this run. */
var OidcIssuer = class {
	#origin;
	#requesters = /* @__PURE__ */ new Map();
	#owner;
	#key;
	/**
	* @param origin of the server; also the issuer's name
	* @param owner owner of the repository, for the default audience
	*/
	constructor(origin, owner) {
		this.#origin = origin;
		this.#owner = owner;
	}
	/** Public keys. */
	async jwks() {
		return (await this.#signingKey()).jwks;
	}
	/**
	* @param claims what tokens of the job say; all values are texts, ids too, as on GitHub
	* @returns the two variables that `core.getIDToken` reads
	*/
	env(claims) {
		const id = randomBytes(16).toString("hex");
		const token = randomSecret();
		this.#requesters.set(id, {
			token,
			claims
		});
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${this.#origin()}/oidc/token/${id}?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: token
		};
	}
	/** Serves discovery, keys and tokens. */
	handler = async (exchange) => {
		const { pathname, searchParams } = exchange.url;
		if (exchange.method === "GET" && pathname === "/.well-known/openid-configuration") return this.#configuration();
		if (exchange.method === "GET" && pathname === "/.well-known/jwks") return jsonAnswer(200, await this.jwks());
		const id = /^\/oidc\/token\/([0-9a-f]{32})$/.exec(pathname)?.[1];
		if (id === void 0) return void 0;
		const requester = this.#requesters.get(id);
		const token = bearerOf(exchange);
		if (requester === void 0 || token === void 0 || !isSameSecret(requester.token, token)) return jsonAnswer(401, { message: "the request token is not one of a job of this run" });
		const audience = searchParams.get("audience") ?? `https://github.com/${this.#owner}`;
		if (audience === "" || audience.length > AUDIENCE_LIMIT) return jsonAnswer(400, { message: "audience is not valid" });
		return jsonAnswer(200, { value: await this.#sign(requester.claims, audience) });
	};
	#signingKey() {
		this.#key ??= makeKey();
		return this.#key;
	}
	#configuration() {
		const issuer = this.#origin();
		return jsonAnswer(200, {
			issuer,
			jwks_uri: `${issuer}/.well-known/jwks`,
			subject_types_supported: ["public"],
			response_types_supported: ["id_token"],
			id_token_signing_alg_values_supported: ["RS256"],
			scopes_supported: ["openid"]
		});
	}
	async #sign(claims, audience) {
		const { kid, privateKey } = await this.#signingKey();
		const given = Object.fromEntries(Object.entries(claims).filter(([name]) => !OWN_CLAIMS.has(name)));
		const now = Math.floor(Date.now() / 1e3);
		return await new SignJWT(given).setProtectedHeader({
			alg: "RS256",
			typ: "JWT",
			kid
		}).setIssuer(this.#origin()).setAudience(audience).setIssuedAt(now).setNotBefore(now).setExpirationTime(now + LIFETIME_SECONDS).setJti(randomBytes(16).toString("hex")).sign(privateKey);
	}
};

// src/local/services/rest-answers.ts
/**
* @param status HTTP status
* @param message as GitHub words it
* @param doc where GitHub documents the endpoint, below https://docs.github.com/rest
* @returns an error as GitHub answers it
*/
function apiFault(status, message, doc = "") {
	return jsonAnswer(status, {
		message,
		documentation_url: `https://docs.github.com/rest${doc}`,
		status: String(status)
	});
}
/**
* @param exchange a request with `per_page` and `page`
* @param name of the list
* @param items all of it
* @returns one page, with the `Link` header that octokit's paginate follows
*/
function pageAnswer(exchange, name, items) {
	const query = exchange.url.searchParams;
	const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? "30") || 30));
	const page = Math.max(1, Number(query.get("page") ?? "1") || 1);
	const shown = items.slice((page - 1) * perPage, page * perPage);
	const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
	next.search = new URLSearchParams({
		per_page: String(perPage),
		page: String(page + 1)
	}).toString();
	const link = page * perPage < items.length ? { link: `<${next.href}>; rel="next"` } : void 0;
	return jsonAnswer(200, {
		total_count: items.length,
		[name]: shown
	}, link);
}
/** @returns a repository as `GET /repos/{owner}/{repo}` has it, in part */
function describeRepository(facts) {
	const { repository, repositoryId, ownerId, defaultBranch, isPrivate, serverUrl } = facts;
	const [owner = "", name = ""] = repository.split("/");
	return {
		id: Number(repositoryId),
		name,
		full_name: repository,
		owner: {
			login: owner,
			id: Number(ownerId)
		},
		private: isPrivate,
		visibility: isPrivate ? "private" : "public",
		default_branch: defaultBranch,
		html_url: `${serverUrl}/${repository}`,
		fork: false,
		archived: false
	};
}
/** @returns a run that is under way, as `GET …/actions/runs/{id}` has it, in part */
function describeRun(facts) {
	return {
		id: Number(facts.runId),
		name: facts.workflow,
		event: facts.event,
		status: "in_progress",
		conclusion: null,
		run_number: facts.runNumber,
		run_attempt: facts.runAttempt,
		head_sha: facts.sha,
		head_branch: facts.refName,
		created_at: facts.createdAt,
		run_started_at: facts.createdAt,
		html_url: `${facts.serverUrl}/${facts.repository}/actions/runs/${facts.runId}`
	};
}
/** @returns jobs as `GET …/jobs` has them, in part */
function describeJobs(facts, jobs) {
	const { runId, runAttempt, sha } = facts;
	return [...jobs].map((job) => ({
		id: job.id,
		run_id: Number(runId),
		run_attempt: runAttempt,
		head_sha: sha,
		name: job.name,
		status: job.status,
		conclusion: job.conclusion,
		created_at: job.createdAt,
		started_at: job.startedAt,
		completed_at: job.completedAt,
		html_url: job.url,
		steps: []
	}));
}
/** @returns artifacts as `GET …/artifacts` has them, in part */
function describeArtifacts(facts, artifacts) {
	return artifacts.map((artifact) => ({
		id: artifact.id,
		name: artifact.name,
		size_in_bytes: artifact.size,
		digest: artifact.digest,
		created_at: artifact.createdAt,
		expired: false,
		workflow_run: {
			id: Number(facts.runId),
			head_sha: facts.sha
		}
	}));
}

// src/local/services/attestation-store.ts
/** `sha256:…` of the subjects of a bundle's in-toto statement; none when it holds no statement. */
function subjectDigests(bundle) {
	try {
		const { payload } = bundle.dsseEnvelope;
		return JSON.parse(Buffer.from(payload, "base64").toString("utf8")).subject.map((subject) => `sha256:${subject.digest.sha256}`);
	} catch {
		return [];
	}
}
/** Bundles that were stored by this run, in a folder. */
var AttestationStore = class {
	#folder;
	#count = 0;
	/** @param folder absolute */
	constructor(folder) {
		this.#folder = folder;
	}
	/** @returns the number of the stored bundle, from 1 */
	async add(bundle) {
		this.#count += 1;
		const id = this.#count;
		await mkdir(this.#folder, { recursive: true });
		await writeFile(this.#file(id), JSON.stringify(bundle), { flag: "wx" });
		return id;
	}
	/** @returns bundles whose statement has a subject with that digest, `sha256:…` */
	async about(digest) {
		const bundles = [];
		for (let id = 1; id <= this.#count; id += 1) {
			const bundle = JSON.parse(await readFile(this.#file(id), "utf8"));
			if (subjectDigests(bundle).includes(digest)) bundles.push(bundle);
		}
		return bundles;
	}
	#file(id) {
		return join(this.#folder, `${id}.sigstore.json`);
	}
};

// src/local/services/rest-api.ts
/** Path below which the REST API is served. */
const API_PATH = "/api/v3";
/** Most bytes of a request; GitHub takes bundles of up to 16 MiB. */
const BODY_LIMIT_BYTES = 16777216;
/** @returns the path without percent-encoding, or undefined when it is malformed */
function decodePath(path) {
	try {
		return decodeURIComponent(path);
	} catch {
		return;
	}
}
function isGranted(permissions, needs) {
	if (needs === void 0) return true;
	const level = Object.hasOwn(permissions, needs[0]) ? permissions[needs[0]] : "none";
	return level === "write" || level === "read" && needs[1] === "read";
}
/** GitHub's REST API as far as workflows use it here; what is missing says so. */
var RestApi = class {
	#facts;
	#artifacts;
	#jobs = /* @__PURE__ */ new Map();
	#tokens = /* @__PURE__ */ new Map();
	#attestations;
	#routes;
	/**
	* @param facts repository and run
	* @param folder absolute folder where attestations are kept
	* @param artifacts of the run
	*/
	constructor(facts, folder, artifacts) {
		this.#facts = facts;
		this.#attestations = new AttestationStore(folder);
		this.#artifacts = artifacts;
		this.#routes = this.#makeRoutes();
	}
	/** Adds a job, or replaces what was told of it. */
	recordJob(job) {
		this.#jobs.set(job.id, job);
	}
	/** @returns a token in the form of GitHub's that may do what `permissions` say */
	issueToken(permissions) {
		const token = `ghs_${randomSecret()}`;
		this.#tokens.set(token, permissions);
		return token;
	}
	/** Serves everything below `API_PATH`. */
	handler = async (exchange) => {
		const { pathname } = exchange.url;
		if (pathname !== "/api/v3" && !pathname.startsWith(`${"/api/v3"}/`)) return void 0;
		const path = decodePath(pathname.slice(7));
		if (path === void 0) return apiFault(400, "The path is not well-formed.");
		const permissions = this.#tokens.get(bearerOf(exchange) ?? "");
		if (permissions === void 0) return apiFault(401, "Bad credentials");
		const match = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path);
		if (match === null) return this.#absent(exchange.method, path);
		if (match[1]?.toLowerCase() !== this.#facts.repository.toLowerCase()) return apiFault(404, "Not Found");
		const rest = match[2] ?? "";
		for (const route of this.#routes) {
			const parts = route.method === exchange.method ? route.path.exec(rest) : null;
			if (parts === null) continue;
			if (!isGranted(permissions, route.needs)) return apiFault(403, "Resource not accessible by integration", route.doc);
			return await route.answer({
				exchange,
				permissions,
				parts: parts.slice(1)
			});
		}
		return this.#absent(exchange.method, path);
	};
	#absent(method, path) {
		return apiFault(501, `The local stand-in of GitHub's API does not have ${method} ${path}.`);
	}
	#makeRoutes() {
		return [
			{
				method: "GET",
				path: /^$/,
				doc: "/repos/repos#get-a-repository",
				answer: () => jsonAnswer(200, describeRepository(this.#facts))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)$/,
				needs: ["actions", "read"],
				doc: `/actions/workflow-runs#get-a-workflow-run`,
				answer: (call) => this.#ofThisRun(call, () => jsonAnswer(200, describeRun(this.#facts)))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)(?:\/attempts\/(\d+))?\/jobs$/,
				needs: ["actions", "read"],
				doc: "/actions/workflow-jobs#list-jobs-for-a-workflow-run",
				answer: (call) => this.#ofThisRun(call, () => pageAnswer(call.exchange, "jobs", describeJobs(this.#facts, this.#jobs.values())))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)\/artifacts$/,
				needs: ["actions", "read"],
				doc: "/actions/artifacts#list-workflow-run-artifacts",
				answer: (call) => this.#ofThisRun(call, () => pageAnswer(call.exchange, "artifacts", describeArtifacts(this.#facts, this.#artifacts.list())))
			},
			{
				method: "POST",
				path: /^\/attestations$/,
				needs: ["attestations", "write"],
				doc: "/repos/attestations#create-an-attestation",
				answer: (call) => this.#storeAttestation(call.exchange)
			},
			{
				method: "GET",
				path: /^\/attestations\/(sha256:[0-9a-f]{64})$/,
				needs: ["attestations", "read"],
				doc: "/repos/attestations#list-attestations",
				answer: (call) => this.#findAttestations(call.parts[0] ?? "")
			}
		];
	}
	#ofThisRun(call, answer) {
		const [runId, attempt] = call.parts;
		if (runId !== this.#facts.runId) return apiFault(404, "Not Found");
		if (attempt !== void 0 && attempt !== String(this.#facts.runAttempt)) return apiFault(404, "Not Found");
		return answer();
	}
	async #storeAttestation(exchange) {
		const body = await readObject(exchange.stream, BODY_LIMIT_BYTES);
		if (body.kind === "refused") return apiFault(body.status, body.reason);
		const bundle = body.value["bundle"];
		if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) return apiFault(422, "Invalid request: `bundle` is not an object.", "/repos/attestations#create-an-attestation");
		return jsonAnswer(201, { id: await this.#attestations.add(bundle) });
	}
	async #findAttestations(digest) {
		const bundles = await this.#attestations.about(digest);
		if (bundles.length === 0) return apiFault(404, "Not Found", "/repos/attestations#list-attestations");
		const repositoryId = Number(this.#facts.repositoryId);
		return jsonAnswer(200, { attestations: bundles.map((bundle) => ({
			bundle,
			repository_id: repositoryId
		})) });
	}
};

// src/local/services/index.ts
/** The services that a run may be given. */
const SERVICES = [
	"cache",
	"artifacts",
	"oidc",
	"api"
];
const GIBIBYTE = 1024 ** 3;
function factsOf(options) {
	return {
		repository: options.repository,
		repositoryId: options.repositoryId ?? "1",
		ownerId: options.ownerId ?? "1",
		defaultBranch: options.defaultBranch ?? "main",
		isPrivate: options.isPrivate ?? true,
		serverUrl: options.serverUrl ?? "https://github.com",
		runId: options.runId,
		runNumber: options.runNumber ?? 1,
		runAttempt: options.runAttempt ?? 1,
		workflow: options.workflow ?? "",
		event: options.event ?? "push",
		sha: options.sha ?? "",
		refName: options.refName ?? "main",
		createdAt: options.createdAt ?? (/* @__PURE__ */ new Date()).toISOString()
	};
}
async function saveZip(store, name, zipBytes) {
	const reason = artifactNameFault(name);
	if (reason !== void 0) return {
		kind: "refused",
		reason
	};
	const artifact = await store.save(name, zipBytes, "application/zip");
	return artifact === void 0 ? { kind: "taken" } : {
		kind: "saved",
		artifact
	};
}
/** Stands where the API would be. */
const noApi = async ({ url }) => url.pathname.startsWith("/api/v3") ? apiFault(501, "This run has no REST API.") : void 0;
async function makeParts(options, origin) {
	const facts = factsOf(options);
	const isOn = (name) => options.services?.[name] !== "off";
	const blobs = new Blobs();
	const tokens = new JobTokens(`run-${facts.runId}-${facts.runAttempt}`);
	const artifacts = new ArtifactStore(join(options.folder, "artifacts"));
	const cacheFolder = options.cacheFolder ?? join(options.folder, "caches");
	const caches = new CacheStore(cacheFolder, options.cacheCapBytes ?? 10 * GIBIBYTE);
	await caches.tidy();
	const api = new RestApi(facts, join(options.folder, "attestations"), artifacts);
	const issuer = new OidcIssuer(origin, facts.repository.split("/")[0] ?? "");
	const limitBytes = options.artifactLimitBytes ?? 5 * GIBIBYTE;
	const scopes = options.cacheScopes ?? [`refs/heads/${facts.defaultBranch}`];
	const ofCache = isOn("cache") ? cacheMethods({
		store: caches,
		blobs,
		scopes,
		origin
	}) : void 0;
	const ofArtifacts = isOn("artifacts") ? artifactMethods({
		store: artifacts,
		blobs,
		limitBytes,
		origin
	}) : void 0;
	return {
		tokens,
		issuer,
		artifacts,
		api,
		handlers: [
			twirpHandler(CACHE_SERVICE, ofCache, tokens),
			twirpHandler(ARTIFACT_SERVICE, ofArtifacts, tokens),
			blobs.handler,
			...isOn("oidc") ? [issuer.handler] : [],
			isOn("api") ? api.handler : noApi
		],
		isOn
	};
}
/**
* Starts GitHub's services for one run: cache, artifacts, OIDC and REST API, on 127.0.0.1 at a free port.
* Everything is answered as GitHub's own clients expect it; what is missing answers 404 or 501 and says so.
*
* @param options where things are kept, whose run it is, and which services are switched off
* @returns the running services; call `close` when the run has ended
*/
async function startServices(options) {
	let origin = "";
	const { tokens, issuer, artifacts, api, handlers, isOn } = await makeParts(options, () => origin);
	const server = await startLoopbackServer(handlers, options.log ?? (() => void 0));
	origin = server.origin;
	const localIssuer = {
		url: origin,
		jwks: () => issuer.jwks()
	};
	const sigstore = await startBeside(options.sigstore, localIssuer, server);
	return {
		origin,
		issuer: localIssuer,
		isOn,
		runtimeEnv({ jobId, cacheMode }) {
			if (!isOn("cache") && !isOn("artifacts")) return {};
			return {
				ACTIONS_RESULTS_URL: `${origin}/`,
				ACTIONS_RUNTIME_URL: `${origin}/`,
				ACTIONS_RUNTIME_TOKEN: tokens.issueRuntime(jobId, cacheMode),
				...isOn("cache") ? {
					ACTIONS_CACHE_SERVICE_V2: "true",
					ACTIONS_CACHE_MODE: cacheMode
				} : {}
			};
		},
		oidcEnv: ({ claims }) => isOn("oidc") ? issuer.env(claims) : {},
		apiEnv({ permissions }) {
			return {
				env: { GITHUB_API_URL: `${origin}${API_PATH}` },
				token: api.issueToken(permissions)
			};
		},
		recordJob: (job) => api.recordJob(job),
		artifacts: {
			list: () => artifacts.list(),
			read: (name) => artifacts.read(name),
			save: (name, zipBytes) => saveZip(artifacts, name, zipBytes),
			remove: async (name) => await artifacts.remove(name) !== void 0
		},
		sigstoreEnv: () => sigstore?.env() ?? {},
		async close() {
			await sigstore?.close();
			await server.close();
		}
	};
}
/** Starts the signing services; when they do not start, the server is closed again. */
async function startBeside(start, issuer, server) {
	try {
		return await start?.(issuer);
	} catch (error) {
		await server.close();
		throw error;
	}
}

// src/local/run-command.ts
function wrongInput(message) {
	return new TurnpikeError("INPUT_INVALID", "config", message);
}
/** Folder of the project: the bundle lies in its `dist/`, in `shared/` or beside the entry. */
function projectRoot(start = fileURLToPath(import.meta.url)) {
	for (let folder = dirname(start); dirname(folder) !== folder; folder = dirname(folder)) if (existsSync(join(folder, "actions")) && existsSync(join(folder, "dist", "turnpike.js"))) return folder;
}
function readMaps(maps) {
	return Object.entries(maps).map(([name, folder]) => {
		const [repository = "", ref] = name.split("@");
		if (!/^[^/@]+\/[^/@]+$/.test(repository)) throw wrongInput(`--map "${name}" is not owner/repo@ref=DIR.`);
		if (!existsSync(folder)) throw wrongInput(`--map ${name}: there is no folder ${folder}.`);
		return {
			repository,
			ref,
			folder: resolve(folder)
		};
	});
}
function readSecrets(names) {
	return Object.fromEntries(names.map((name) => {
		const value = process.env[name];
		if (name.includes("=")) throw wrongInput("--secret takes a name; its value comes from the environment.");
		if (value === void 0) throw wrongInput(`--secret ${name}: the environment has no variable ${name}.`);
		return [name, value];
	}));
}
/** Texts as the words of a closed list. */
function readChoices(option, texts, known) {
	return texts.map((text) => {
		const choice = known.find((one) => one === text);
		if (choice === void 0) throw wrongInput(`${option} "${text}" is none of ${known.join(", ")}.`);
		return choice;
	});
}
function toRequest(options) {
	const { visibility } = options;
	if (visibility !== "public" && visibility !== "private" && visibility !== "internal") throw wrongInput(`--visibility "${visibility}" is none of public, private, internal.`);
	const jobs = options.jobs === void 0 ? Math.max(4, availableParallelism()) : Number(options.jobs);
	if (!Number.isInteger(jobs) || jobs < 1) throw wrongInput(`--jobs "${options.jobs}" is no number from 1 on.`);
	const directory = resolve(options.directory);
	if (!existsSync(directory)) throw wrongInput(`There is no folder ${directory}.`);
	return {
		directory,
		event: options.event,
		workflow: options.workflow,
		job: options.job,
		ref: options.ref,
		repository: options.repository,
		visibility,
		inputs: options.inputs,
		eventFile: options.eventFile === void 0 ? void 0 : resolve(options.eventFile),
		actor: userInfo().username.replace(/[^A-Za-z0-9-]/g, "-"),
		maps: readMaps(options.maps),
		vars: options.vars,
		secrets: readSecrets(options.secret),
		passEnv: options.passEnv,
		keep: options.keep === true,
		jobsAtOnce: jobs,
		without: readChoices("--without", options.without, SERVICES),
		cacheMode: options.cacheMode === void 0 ? void 0 : readChoices("--cache-mode", [options.cacheMode], CACHE_MODES)[0]
	};
}
/**
* `turnpike run`.
*
* @param options options of the command line
* @returns the exit code: 0 passed, 1 a job failed, 130 or 143 cancelled
* @throws TurnpikeError when nothing can be run
*/
async function runFromOptions(options) {
	const request = toRequest(options);
	const cancel = new AbortController();
	const onSignal = (signal) => {
		if (cancel.signal.aborted) process.exit(signal === "SIGTERM" ? 143 : 130);
		cancel.abort(signal);
	};
	process.on("SIGINT", onSignal);
	process.on("SIGTERM", onSignal);
	try {
		const outcome = await runWorkflow(request, {
			projectRoot: projectRoot(),
			env: process.env,
			clock: systemClock,
			random: systemRandom,
			watch: (files) => [makeTerminalView(process.stderr, {
				env: process.env,
				files
			})],
			signal: cancel.signal,
			startServices,
			startSigstore: (folder) => async (issuer) => {
				const { startSigstore } = await import("./sigstore2.js");
				return await startSigstore({
					issuer,
					folder,
					clock: systemClock
				});
			}
		});
		if (options.json === true) process.stdout.write(`${JSON.stringify(outcome.record, void 0, 2)}\n`);
		if (outcome.exitCode === 0 && await holdsPassedVerdict(outcome.folder)) {
			const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
			await tellFirstGreen({
				dir: request.directory,
				by: "run"
			}, {
				git,
				clock: systemClock,
				env: process.env
			});
		}
		return outcome.exitCode;
	} finally {
		process.off("SIGINT", onSignal);
		process.off("SIGTERM", onSignal);
	}
}

export { runFromOptions };