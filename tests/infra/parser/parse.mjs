// Reads Bicep files and prints, as one JSON object by file name, what the grammar sees in them:
// { "a.bicep": { "tree": { type, line, existing?, text | children },
//                "errors": [{ line, column, what }] } }
// A leaf carries its text, a node with children carries them. Comments are left out. Lines and
// columns count from 1. `existing` marks a resource that is referred to and not deployed.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const grammar = import.meta.resolve('tree-sitter-bicep/package.json')
  .replace('package.json', 'tree-sitter-bicep.wasm');

function plain(node, errors) {
  const { row, column } = node.startPosition;
  if (node.isError || node.isMissing) {
    const what = node.isMissing ? `missing ${node.type}` : `unexpected ${node.text.slice(0, 40)}`;
    errors.push({ line: row + 1, column: column + 1, what });
  }

  // Bare tokens are walked too: a brace can be what is missing.
  const children = node.children
    .map(child => ({ child, seen: plain(child, errors) }))
    .filter(({ child }) => child.isNamed && child.type !== 'comment')
    .map(({ seen }) => seen);
  const own = { type: node.type, line: row + 1 };
  if (node.children.some(child => child.type === 'existing')) {
    own.existing = true; // the grammar has the word as a bare token
  }

  return children.length === 0 ? { ...own, text: node.text } : { ...own, children };
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(grammar)));

const files = {};
for (const name of process.argv.slice(2)) {
  const tree = parser.parse(await readFile(name, 'utf8'));
  const errors = [];
  files[name] = { tree: plain(tree.rootNode, errors), errors };
  tree.delete();
}

process.stdout.write(JSON.stringify(files));
