// Prints the rows of measure.mjs as a table, with details of the machine.
// node report.mjs ROWS-FILE DATA-FOLDER
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

const [file, folder] = process.argv.slice(2);
const rows = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const disk = execFileSync('df', ['--output=fstype', folder], { encoding: 'utf8' }).trim().split('\n').at(-1);
const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB`;
console.log(`Machine: ${os.availableParallelism()} cores, ${os.cpus()[0].model.trim()}, ${memory} of memory, ${os.type()} ${os.release().split('.', 2).join('.')}, ${disk} disk`);
console.log(`Load before: ${process.env.LOAD_BEFORE ?? 'not known'}; the load generator ran on the same machine.\n`);

const verdict = { true: 'met', false: '**missed**', undefined: '' };
const cells = [['What', 'Measured', 'Target', ''], ...rows.map((row) => [row.what, row.measured, row.aim, verdict[row.ok]])];
const widths = cells[0].map((_, at) => Math.max(3, ...cells.map((line) => line[at].length)));
const line = (texts) => `| ${texts.map((text, at) => text.padEnd(widths[at])).join(' | ')} |`;
const [head, ...body] = cells;
console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
