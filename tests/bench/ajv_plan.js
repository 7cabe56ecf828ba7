// Reading and validating plans with ajv, compiled once: ajv_plan.js SCHEMA DOCUMENTS
//
// From bytes, as the library reads; from a text that is there already; and JSON.parse of that alone.
// Prints `name value` lines, the best of several rounds. NODE_PATH says where ajv is.
"use strict";

const fs = require("fs");
const Ajv = require("ajv/dist/2020");

const ROUNDS = 9;
const BYTES_A_ROUND = 4000000;

function documentsIn(path) {
  const file = fs.readFileSync(path);
  const documents = [];
  for (let at = 0; at < file.length; ) {
    const line = file.indexOf("\n", at);
    const size = Number(file.toString("latin1", at, line));
    documents.push(file.subarray(line + 1, line + 1 + size));
    at = line + 1 + size;
  }
  return documents;
}

function expect(truth, what) {
  if (!truth) {
    console.error(`ajv_plan: ${what}`);
    process.exit(1);
  }
}

function bestOf(times, work) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < times; i++) {
      work();
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / times);
  }
  return best;
}

const [schema, documents] = process.argv.slice(2);
const validate = new Ajv({ strict: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));

for (const bytes of documentsIn(documents)) {
  const text = bytes.toString("utf8");
  const times = Math.ceil(BYTES_A_ROUND / bytes.length);
  expect(validate(JSON.parse(text)), "a plan is not valid");
  expect(!validate({ ...JSON.parse(text), format: "another" }), "what is no plan is valid");
  const accept = (from) => expect(validate(JSON.parse(from)), "a plan is not valid");
  console.log(`ajv_bytes_ns ${bestOf(times, () => accept(bytes.toString("utf8"))).toFixed(0)}`);
  console.log(`ajv_text_ns ${bestOf(times, () => accept(text)).toFixed(0)}`);
  console.log(`json_parse_ns ${bestOf(times, () => JSON.parse(text)).toFixed(0)}`);
}
