// Forms of 14, 140 and 1,400 questions, five per page; each page depends on an answer on an earlier one.
// node long-forms.mjs write FOLDER                     writes the form files
// node long-forms.mjs fill URL DATA-FOLDER             fills each in as one resident, and prints their paths
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser.mjs';
import { fillIn, start } from './form.mjs';
import { makeAccount } from './resident.mjs';

const LENGTHS = [14, 140, 1400];
const ON_A_PAGE = 5;
const IN_A_SECTION = 10;
const KINDS = [
    'type = "yes-no"',
    'type = "long-text"\nmax = 2000\nrows = 4',
    'type = "text"\nmax = 100',
    'type = "one-of"\noptions = [{ value = "a", label = "The first" }, { value = "b", label = "The second" }]',
    'type = "number"\nmin = 0\nmax = 100',
];
const USES = '[purposes.p]\nwords = "to help you"\n[legal_bases.l]\nwords = "The law says so."\nlaw = "An Act"\n[retention.r]\nwords = "for a year"\n';

const slug = (page) => `page-${page + 1}`;
const key = (number) => `q${number + 1}`;

function form(length) {
    const pages = Math.ceil(length / ON_A_PAGE);
    const head = `key = "long-${length}"\nname = "A form of ${length}"\ngroup = "me"\nsummary = "It is long."\ntime = "a while"\n`
        + 'answer_within = "a day"\npurpose = "p"\nlegal_basis = "l"\nretention = "r"\n'
        + '[before]\nwho = "It is for you."\nnext = "We look at it."\n[after]\nnext = "We look at it."\n';
    return head + Array.from({ length: pages }, (_, page) => pageOf(page, length)).join('');
}

function pageOf(page, length) {
    const section = page % IN_A_SECTION ? '' : `[[sections]]\ntitle = "Part ${page / IN_A_SECTION + 1}"\n`;
    const first = page * ON_A_PAGE;
    // The first question of a page halfway back, whose first answer is yes.
    const earlier = key(Math.floor(page / 2) * ON_A_PAGE);
    const when = page ? `when = { key = "${earlier}", is = ["yes"] }\n` : '';
    const questions = Array.from({ length: Math.min(ON_A_PAGE, length - first) }, (_, at) => question(first + at, at, first));
    return `${section}[[sections.pages]]\nslug = "${slug(page)}"\ntitle = "Page ${page + 1}"\n${when}${questions.join('')}`;
}

function question(number, at, first) {
    const when = at === ON_A_PAGE - 1 ? `when = { key = "${key(first)}", is = ["yes"] }\n` : '';
    return `[[sections.pages.questions]]\nkey = "${key(number)}"\nlabel = "Question ${number + 1}?"\nmissing = "Answer question ${number + 1}"\n${when}${KINDS[at]}\n`;
}

function write(folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'data-use.toml'), USES);
    for (const length of LENGTHS) writeFileSync(join(folder, `long-${length}.toml`), form(length));
}

async function fill(url, data) {
    const browser = new Browser(url);
    await makeAccount(browser, data, { first: 'Arthur', last: 'Bell', email: 'arthur@example.com', phone: '07700 900 407' });
    const lines = [];
    for (const length of LENGTHS) {
        const draft = await start(browser, `long-${length}`);
        const end = await fillIn(browser, draft);
        if (!end.path.endsWith('/check')) throw new Error(`the form of ${length} was not filled in to its end`);
        lines.push(`${length} ${draft}/${slug(Math.floor(length / ON_A_PAGE / 2))}`);
    }
    browser.close();
    console.log([browser.cookies, ...lines].join('\n'));
}

const [command, ...rest] = process.argv.slice(2);
await { write, fill }[command](...rest);
