// Makes the built style sheet small. cargo-leptos means to, but its minifier gives up at a rule of govuk-frontend
// that old browsers need, and then leaves the whole sheet as it was. Sass writes the same rules without blanks.
// Beside it goes the same sheet for languages that are written from right to left.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import rtlcss from 'rtlcss';

const folder = 'target/site/pkg';
const name = readdirSync(folder).find((file) => file.endsWith('.css') && !file.endsWith('.rtl.css'));
if (!name) throw new Error(`no style sheet in ${folder}`);

const css = execFileSync('sass', ['style/main.scss', '--style=compressed', '--no-source-map'], { maxBuffer: 1 << 24 });
write(name, css);
write(name.replace(/\.css$/, '.rtl.css'), Buffer.from(rtlcss.process(css.toString())));

function write(name, css) {
  const file = `${folder}/${name}`;
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: css.length } };
  writeFileSync(file, css);
  writeFileSync(`${file}.gz`, gzipSync(css, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(css, best));
}
console.log(`Style sheet: ${css.length} bytes`);
