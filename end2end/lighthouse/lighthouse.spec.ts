// Lighthouse as on a phone with a slow line: accessibility and best practices of every page (`make test-all`) or of one of
// each sort (every run), speed of the three that people meet first.
import { chromium, type Browser, type Page } from '@playwright/test';
import { CouncilSignIn, PROVIDER_NAME } from '../fixtures/council-sign-in';
import { createAccount, fillCreateAccount, newPerson, signOut } from '../fixtures/account';
import { linkIn, Outbox, outbox } from '../fixtures/outbox';
import { clickAndNavigate, input, clickButton, submittedReference, startForm } from '../fixtures/page';
import { FormPublisher } from '../fixtures/form-publisher';
import { prefillForm } from '../fixtures/prefill';
import { routeOf, routes } from '../fixtures/routes';
import { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const PORT = 9333;
const KINDS = ['accessibility', 'best-practices'];
let browser: Browser;

test.beforeAll(async ({}, { project }) => {
    const { launchOptions } = project.use;
    browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${PORT}`] });
});
test.afterAll(() => browser.close());

/** A share of the pages, or all of them. */
const of = (share: string[], rest: string[]): string[] => (process.env.TEST_ALL ? [...share, ...rest] : share);

/** The routes that were looked at. */
const looked = new Set<string>();

/** Looks at the page that is open, as whoever has it open. */
async function here(page: Page): Promise<void> {
    expect.soft(await lost(page.url(), KINDS, await cookies(page)), page.url()).toEqual([]);
}

/** Everything that costs a page points, with the points it has, where it has fewer than enough. */
async function lost(url: string, kinds: string[], cookie = '', enough = 1): Promise<string[]> {
    const { default: lighthouse } = await import('lighthouse');
    const flags = { port: PORT, onlyCategories: kinds, extraHeaders: cookie ? { Cookie: cookie } : undefined, logLevel: 'silent' as const };
    const result = (await lighthouse(url, flags))?.lhr;
    if (!result || result.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${result?.runtimeError?.message}`);
    // Led elsewhere, it would praise another page.
    expect(result.finalDisplayedUrl).toBe(url);
    looked.add(routeOf(new URL(url).pathname) ?? url);
    return Object.values(result.categories).flatMap(({ id, score, auditRefs }) => {
        if (score !== null && score >= enough) return [];
        const failed = auditRefs.map((ref) => result.audits[ref.id]).filter((audit) => audit && audit.score !== null && audit.score < 1);
        const named = failed.map((audit) => `${audit?.id} (${audit?.displayValue ?? audit?.title})`).join('; ');
        return [`${id} ${Math.round((score ?? 0) * 100)}: ${named}`];
    });
}

async function cookies(page: Page): Promise<string> {
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('pages for everybody', async ({ baseURL }) => {
    const share = ['/', '/forms/care-needs'];
    const rest = [
        '/help', '/sign-in', '/accessibility', '/privacy', '/cookies', '/offline', '/create-account', '/sign-in/change-phone', '/forgot-password', '/signed-out', '/account-deleted',
        '/timed-out', '/sign-in/change-phone/sent',
    ];
    const paths = of(share, rest);
    for (const path of paths) expect.soft(await lost(baseURL + path, KINDS), path).toEqual([]);
});

test('a resident’s own pages', async ({ page, baseURL }) => {
    const account = await createAccount(page);
    const draft = await prefillForm(page);
    await clickButton(page, 'Submit form');
    const reference = await submittedReference(page);
    const open = await startForm(page, 'Ask for care and support');
    const share = ['/account', `${open}/home-address?check`];
    const rest = [
        '/account/name', '/account/address', '/account/address/enter', '/account/contact', '/account/password', '/account/delete', '/account/authenticator', '/account/recovery-codes',
        open, `/submitted/${reference}`, '/', '/account/details', '/account/security', '/recover', '/submitted', `/submitted/${reference}/sent`, `${open}/check`,
        `${open}/delete`, `${open}/what-is-happening`, `${open}/your-safety`,
    ];
    const paths = of(share, rest);
    expect(open).not.toBe(draft);
    // Some of them ask for the password, if it wasn't given in the last minutes.
    await page.goto('/account/confirm');
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Continue');
    const cookie = await cookies(page);
    for (const path of paths) expect.soft(await lost(baseURL + path, KINDS, cookie), path).toEqual([]);
});

// What stands between pages: each needs a state that a cookie or a link holds.
test('the steps of an account and of signing in @long', async ({ page }) => {
    const account = newPerson();
    await page.goto('/create-account');
    let mark = outbox.mark();
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Continue');
    await here(page);
    await page.getByLabel('Security code').fill(await outbox.code(account.email, mark));
    await clickButton(page, 'Continue');
    await here(page);
    await page.getByLabel('First name').fill(account.first);
    await page.getByLabel('Last name').fill(account.last);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Continue');
    await here(page);
    await clickButton(page, 'Use an authenticator app');
    await here(page);
    await page.goto('/create-account/phone');
    mark = outbox.mark();
    await page.getByLabel('Phone number').fill(account.phone);
    await clickButton(page, 'Continue');
    await here(page);
    await page.getByLabel('Security code').fill(await outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');

    for (const path of ['/account/confirm', '/account/email', '/account/phone']) {
        await page.goto(path);
        await here(page);
    }
    await page.getByLabel('Phone number').fill(newPerson().phone);
    await clickButton(page, 'Continue');
    await here(page);
    await page.goto('/account/email');
    await page.getByLabel('Email address').fill(newPerson().email);
    await clickButton(page, 'Continue');
    await here(page);
    await signOut(page, account);

    mark = outbox.mark();
    await page.goto('/forgot-password');
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Send the link');
    await here(page);
    await page.goto(linkIn(await outbox.next(account.email, mark), '/reset-password/'));
    await here(page);

    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Sign in');
    await here(page);
    await page.goto('/sign-in/change-phone');
    mark = outbox.mark();
    await clickButton(page, 'Send the link');
    await here(page);
    await page.goto(linkIn(await outbox.next(account.email, mark), '/change-phone/'));
    await here(page);
    for (const answer of ['I have a new number', 'Ask me when a worker visits me', 'At any time']) {
        await page.getByLabel(answer).check();
    }
    mark = outbox.mark();
    await clickButton(page, 'Ask for the change');
    await here(page);
    await page.goto(linkIn(await outbox.next(account.email, mark), '/phone-change/stop/'));
    await here(page);
});

test('registering a new phone @long', async ({ page }) => {
    const server = await Server.onFreePort();
    try {
        const box = new Outbox(server.data);
        const account = newPerson({ outbox: box });
        await page.goto(`${server.url}/create-account`);
        await fillCreateAccount(page, account);
        await signOut(page, account);
        const givePassword = async () => {
            await page.goto(`${server.url}/sign-in`);
            await page.getByLabel('Email address').fill(account.email);
            await page.getByLabel('Password', { exact: true }).fill(account.password);
            await clickButton(page, 'Sign in');
        };
        await givePassword();
        await page.goto(`${server.url}/sign-in/change-phone`);
        const mark = box.mark();
        await clickButton(page, 'Send the link');
        await page.goto(linkIn(await box.next(account.email, mark), '/change-phone/'));
        for (const answer of ['I have a new number', 'Ask me when a worker visits me', 'At any time']) {
            await page.getByLabel(answer).check();
        }
        await clickButton(page, 'Ask for the change');
        const id = server.run('phone-change', 'list').split(/\s+/)[0] ?? '';
        for (const by of ['jo@council.example', 'sam@council.example']) server.run('phone-change', 'approve', id, '--by', by);
        await givePassword();
        await here(page);
    } finally {
        await server.remove();
    }
});

test('the council’s own sign-in @long', async ({ page }) => {
    const account = newPerson();
    const council = await CouncilSignIn.start(account.email);
    try {
        await page.goto(`${council.server.url}/sign-in`);
        await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
        await clickAndNavigate(page, page.getByRole('button', { name: 'Stop' }));
        await here(page);
        await clickButton(page, 'Sign in');
        await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
        await council.signInThere(page, account.email);
        await here(page);
    } finally {
        await council.remove();
    }
});

test('a thing of a list @long', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/unpaid-help`);
    await page.getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await page.locator('#add-another').getByRole('button').click();
    await here(page);
    await input(page, 'helper_name').fill('Llŷr');
    await clickButton(page, 'Continue');
    await page.getByRole('link', { name: 'Remove Llŷr' }).click();
    await here(page);
});

test('a thing of a list that has a list of its own @long', async ({ page }) => {
    const draft = await startForm(page, 'Tell us about your money');
    for (const [path, id] of [['telling-us', 'disclose'], ['other-property', 'prop_any']]) {
        await page.goto(`${draft}/${path}`);
        await page.locator(`[id="${id}"]`).check();
        await clickButton(page, 'Continue');
    }
    await page.goto(`${draft}/your-other-property`);
    const add = () => page.locator('#add-another').getByRole('button').click();
    await add();
    await input(page, 'prop_what').fill('A barn');
    await page.locator('[id="prop_joint"]').check();
    await clickButton(page, 'Continue');
    await clickButton(page, 'Continue');
    await page.goto(page.url().replace(/\?.*/, '/prop_owner'));
    await here(page);
    await add();
    await here(page);
    await input(page, 'prop_owner_name').fill('Llŷr');
    await clickButton(page, 'Continue');
    await clickButton(page, 'Continue');
    await page.goto(page.url().replace(/(prop_owner).*/, '$1'));
    await page.getByRole('link', { name: 'Remove Llŷr' }).click();
    await here(page);
});

test('a form that has changed @long', async ({ page }) => {
    const council = await FormPublisher.start();
    try {
        await council.openChangedDraft(page);
        await here(page);
    } finally {
        await council.remove();
    }
});

// The design system and the outbox are for developing only; two pages are shown once, after what was typed.
test('no page was left out @long', () => {
    const left = routes().filter((route) => !looked.has(route) && !['/design-system', '/outbox', '/account/council', '/account/address/choose'].includes(route));
    expect(left).toEqual([]);
});

test('the pages people meet first are as quick as can be', async ({ page, baseURL }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const cookie = await cookies(page);
    for (const path of ['/', '/sign-in', `${draft}/what-is-happening`]) {
        // 100 on a quiet machine. Other work on it may cost a run some points and never gives it any: the best of three
        // counts, and a few may be missing still.
        let found = await lost(baseURL + path, ['performance'], cookie);
        for (let again = 0; again < 2 && found.length > 0; again += 1) {
            console.log(`${path.replace(draft, 'draft')}: ${found.join()}`);
            found = await lost(baseURL + path, ['performance'], cookie, again === 0 ? 1 : 0.95);
        }
        expect.soft(found, path).toEqual([]);
    }
});
