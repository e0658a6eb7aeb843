// Fills in a form of the service from the pages alone: it looks at the inputs that a page shows and gives each a good
// answer; what the page then finds wrong it answers in another way.
import { formOf, heading, links, problems } from './browser.mjs';

const SAVE = '/api/drafts/save-page';
const NEXT_YEAR = String(new Date().getFullYear() + 1);

/** Starts a form. Returns the path of its draft. */
export async function start(browser, form) {
    const page = await browser.get(`/forms/${form}`);
    const draft = await browser.submit(page, '/api/drafts/start');
    return draft.path;
}

/**
 * Goes through a draft by "Continue", from the first open page to the check, or for a number of pages.
 * `own` holds answers of the caller's choice, by input.
 */
export async function fillIn(browser, draft, { pages = Infinity, own = {} } = {}) {
    const list = await browser.get(draft);
    let page = await browser.get(links(list).find((link) => link.startsWith(`${draft}/`)));
    let done = 0;
    while (!page.path.endsWith('/check') && done < pages) {
        page = await answerPage(browser, draft, page, own);
        done += 1;
        if (done > 500) throw new Error(`the form never ends; the last page was ${page.path}`);
    }
    return page;
}

/** Sends a form that is whole. Returns the path of its copy. */
export async function submit(browser, draft) {
    const check = await browser.get(`${draft}/check`);
    const sent = await browser.submit(check, '/api/drafts/submit');
    if (!sent.path.endsWith('/sent')) throw new Error(`the form was not sent, but led to ${sent.path}`);
    return sent.path.slice(0, -'/sent'.length);
}

/** What a page would send with good answers. */
export function goodAnswers(page, own = {}) {
    return answersTo(formOf(page, SAVE).inputs, own, new Map());
}

async function answerPage(browser, draft, page, own) {
    const add = addLink(page);
    // Two things in every list; the link to add one is under a new identifier each time.
    for (let count = 0; add && count < 2; count += 1) {
        const list = count ? await browser.get(page.path) : page;
        await answer(browser, await browser.get(addLink(list)), own);
    }
    return answer(browser, add ? await browser.get(page.path) : page, own);
}

function addLink(page) {
    const block = page.text.match(/<p id="add-another">([\s\S]*?)<\/p>/)?.[1];
    return block && links({ text: block })[0];
}

async function answer(browser, page, own) {
    const wrong = new Map();
    for (let tries = 0; tries < 5; tries += 1) {
        const form = formOf(page, SAVE);
        const next = await browser.submit(page, SAVE, [...answersTo(form.inputs, own, wrong), ['go', 'continue']]);
        if (!next.path.includes('?check')) return next;
        for (const [field, words] of problems(next)) wrong.set(field, words);
        page = next;
    }
    throw new Error(`${page.path} (“${heading(page.text)}”) takes no answer: ${[...wrong].join('; ')}`);
}

/** A good answer to every input, as pairs of name and value. `wrong` holds what was said of the last answers. */
function answersTo(inputs, own, wrong) {
    const asked = inputs.filter((input) => input.name?.startsWith('answers['));
    const radios = new Set();
    const pairs = [];
    for (const input of asked) {
        const field = input.name.slice('answers['.length, -']['.length - 1);
        const mine = own[field];
        if (input.type === 'radio') {
            // The one of the caller's choice, or the first.
            if (radios.has(field) || (mine !== undefined && mine !== input.value)) continue;
            radios.add(field);
            pairs.push([input.name, input.value]);
        } else if (input.type === 'checkbox') {
            const ticked = mine ? [mine].flat().includes(input.value) : input['data-behaviour'] !== 'exclusive';
            if (ticked) pairs.push([input.name, input.value]);
        } else {
            pairs.push([input.name, mine ?? typed(input, field, wrong)]);
        }
    }
    return pairs;
}

function typed(input, field, wrong) {
    const part = field.slice(field.lastIndexOf('-') + 1);
    if (input.class?.includes('govuk-date-input__input')) {
        const said = wrong.get(`${field.slice(0, -part.length)}day`) ?? '';
        return { day: '3', month: 'March', year: said.includes('future') ? NEXT_YEAR : '1947' }[part];
    }
    const said = wrong.get(field) ?? '';
    const most = Number(said.match(/must be (\d+) characters or less/)?.[1] ?? Infinity);
    const least = said.match(/must be (?:between )?(\d+)/)?.[1];
    if (input.tag === 'textarea') {
        return ('Getting up and down the stairs has become hard since the winter, and I need somebody beside me.\r\n'
            + 'On bad days, two or three in a week, I stay in my room and my daughter brings what I need.').slice(0, most);
    }
    if (input.type === 'email') return 'ann.lee@example.com';
    if (input.type === 'tel') return '01632 960 001';
    if (input.inputmode === 'decimal') return '1,200.50';
    if (input.class?.includes('letter-spacing')) return input.inputmode === 'numeric' ? '943 476 5919' : 'JG 10 37 59 A';
    if (input.inputmode === 'numeric') return least ?? '12';
    const lines = { line1: '1 Lake Road', line2: 'Weirside', town: 'Northmere', county: '', postcode: 'NM1 1AA' };
    return (lines[part] ?? 'Margaret Ashworth').slice(0, most);
}
