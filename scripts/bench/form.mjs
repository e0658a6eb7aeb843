// Fills in a form from its pages: gives each input a valid answer, and changes the answers that the page reports as errors.
import { formOf, heading, links, problems } from './browser.mjs';

const SAVE = '/api/drafts/save-page';
const NEXT_YEAR = String(new Date().getFullYear() + 1);

/** Starts a form, also if the same form was begun before. Returns the path of its draft. */
export async function start(browser, form) {
    const page = await browser.get(`/forms/${form}`);
    const draft = await browser.submit(page, '/api/drafts/start', [['again', 'yes']]);
    return draft.path;
}

/**
 * Fills in a draft from the first incomplete page to "Check your answers", or for a number of pages. `own` holds the
 * caller's own answers, by input.
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

/** Submits a complete form. Returns the path of its copy. */
export async function submit(browser, draft) {
    const check = await browser.get(`${draft}/check`);
    const sent = await browser.submit(check, '/api/drafts/submit');
    if (!sent.path.endsWith('/sent')) throw new Error(`the form was not sent, but led to ${sent.path}`);
    return sent.path.slice(0, -'/sent'.length);
}

/** The fields that a page would post with valid answers. */
export function validAnswers(page, own = {}) {
    return answersTo(formOf(page, SAVE).inputs, own, new Map());
}

async function answerPage(browser, draft, page, own) {
    const add = addLink(page);
    // Two items in every list; the link to add one has a new id each time.
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
    const errors = new Map();
    for (let attempt = 0; attempt < 5; attempt += 1) {
        const form = formOf(page, SAVE);
        const next = await browser.submit(page, SAVE, [...answersTo(form.inputs, own, errors), ['go', 'continue']]);
        if (!next.path.includes('?check')) return next;
        for (const [field, message] of problems(next)) errors.set(field, message);
        page = next;
    }
    throw new Error(`${page.path} (“${heading(page.text)}”) accepts no answer: ${[...errors].join('; ')}`);
}

/** A valid answer to every input, as pairs of name and value. `errors` holds the errors of the last attempt, by input. */
function answersTo(inputs, own, errors) {
    const asked = inputs.filter((input) => input.name?.startsWith('answers['));
    const radios = new Set();
    const pairs = [];
    for (const input of asked) {
        const field = input.name.slice('answers['.length, -']['.length - 1);
        const ownAnswer = own[field];
        if (input.type === 'radio') {
            // The caller's own answer, or the first.
            if (radios.has(field) || (ownAnswer !== undefined && ownAnswer !== input.value)) continue;
            radios.add(field);
            pairs.push([input.name, input.value]);
        } else if (input.type === 'checkbox') {
            const checked = ownAnswer ? [ownAnswer].flat().includes(input.value) : input['data-behaviour'] !== 'exclusive';
            if (checked) pairs.push([input.name, input.value]);
        } else {
            pairs.push([input.name, ownAnswer ?? textFor(input, field, errors)]);
        }
    }
    return pairs;
}

function textFor(input, field, errors) {
    const part = field.slice(field.lastIndexOf('-') + 1);
    if (input.class?.includes('govuk-date-input__input')) {
        const message = errors.get(`${field.slice(0, -part.length)}day`) ?? '';
        return { day: '3', month: 'March', year: message.includes('future') ? NEXT_YEAR : '1947' }[part];
    }
    const message = errors.get(field) ?? '';
    const most = Number(message.match(/must be (\d+) characters or less/)?.[1] ?? Infinity);
    const least = message.match(/must be (?:between )?(\d+)/)?.[1];
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
