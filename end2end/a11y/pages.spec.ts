// Every page at phone and desktop width, checked against WCAG 2.2 AA as far as it can be automated.
import type { Page } from '@playwright/test';
import { totp } from '../fixtures/authenticator';
import { type Account, createAccount, nameMenu, newPerson, signOut } from '../fixtures/account';
import { ariaSnapshot } from '../fixtures/aria-snapshot';
import { expectAccessible } from '../fixtures/accessibility';
import { FormFiller } from '../fixtures/form-filler';
import { linkIn, outbox } from '../fixtures/outbox';
import { continueFromTaskList, heading, input, clickButton, submittedReference, startForm } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const FORM = 'Ask for care and support';

/** Opens a page and checks it. `state` distinguishes different states of the same path. */
async function checkPage(page: Page, path: string, h1: string, state = '', golden = true): Promise<void> {
    await page.goto(path);
    await expect(heading(page)).toHaveText(h1);
    await expectAccessible(page, `${path} ${state}`, { golden });
}

/** Sends the open page without answers and checks it with every error. */
async function checkErrors(page: Page, name: string): Promise<void> {
    await clickButton(page, 'Continue');
    await expect(page).toHaveTitle(/^Error: /);
    await expectAccessible(page, `${name} with errors`);
}

/** Registers as far as "Your phone". `check` is called on each page before it is filled in. */
async function registerUpToPhone(page: Page, account: Account, check: (h1: string) => Promise<void>): Promise<void> {
    await page.goto('/create-account');
    const mark = outbox.mark();
    await check('Create an account');
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Continue');
    await check('Check your email');
    await page.getByLabel('Security code').fill(await outbox.code(account.email, mark));
    await clickButton(page, 'Continue');
    await check('Your name and password');
    await page.getByLabel('First name').fill(account.first);
    await page.getByLabel('Last name').fill(account.last);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Continue');
}

/** Fills in the open page "Sign in". */
async function enterPassword(page: Page, account: Account): Promise<void> {
    await page.getByLabel('Email address').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Sign in');
}

test('public pages', async ({ page, browserErrors }) => {
    await checkPage(page, '/', 'Adult Social Care Online');
    expect.soft(await ariaSnapshot(page, 'body')).toMatchSnapshot(['aria', 'home-page-body.yml']);
    const pages = [
        ['/help', 'Accessing Adult Social Care Online'],
        ['/accessibility', 'Accessibility statement'],
        ['/privacy', 'Privacy'],
        ['/cookies', 'Cookies'],
        ['/offline', 'You are offline'],
        ['/forms/care-needs', FORM],
        ['/forms/carers-assessment', "Ask for a carer's assessment"],
        ['/signed-out', 'You have signed out'],
        ['/timed-out', 'You have been signed out'],
        ['/forgot-password', 'Reset your password'],
        ['/forgot-password/sent', 'Check your email'],
        ['/reset-password/no-such-link', 'This link does not work any more'],
        ['/sign-in/change-phone', 'Change your login telephone number'],
        ['/sign-in/change-phone/sent', 'Check your email'],
        ['/change-phone/no-such-link', 'This link does not work any more'],
        ['/phone-change/no-such-link', 'This link does not work any more'],
        ['/phone-change/stop/no-such-link', 'This link does not work any more'],
    ] as const;
    for (const [path, h1] of pages) await checkPage(page, path, h1);
    // Its content depends on the other tests.
    await checkPage(page, '/outbox', 'Outbox', '', false);
    browserErrors.allow(/404/);
    await checkPage(page, '/no-such-page', 'Page not found');
    await page.goto('/help');
    await page.getByText('Site menu').click();
    await page.getByText('Share this page').click();
    await expectAccessible(page, 'open menus');
});

test('every component', async ({ page }) => {
    await checkPage(page, '/design-system', 'Design system', '', false);
});

test('the steps of registration and sign-in', async ({ page }) => {
    const account = newPerson();
    const step = async (h1: string) => {
        await expect(heading(page)).toHaveText(h1);
        await expectAccessible(page, `step “${h1}”`);
        await checkErrors(page, `step “${h1}”`);
    };
    await registerUpToPhone(page, account, step);
    await step('Your phone');
    let mark = outbox.mark();
    await page.getByLabel('Phone number').fill(account.phone);
    await clickButton(page, 'Continue');
    await step('Check your phone');
    await page.getByLabel('Security code').fill(await outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');
    await signOut(page, account);

    await registerUpToPhone(page, newPerson(), () => Promise.resolve());
    await clickButton(page, 'Use an authenticator app');
    await expectAccessible(page, 'an account with an app', { golden: false });

    await checkPage(page, '/sign-in', 'Sign in');
    await clickButton(page, 'Sign in');
    await expect(page).toHaveTitle(/^Error: /);
    await expectAccessible(page, '/sign-in with errors');
    await enterPassword(page, account);
    await expect(heading(page)).toHaveText('Confirm your identity');
    await expectAccessible(page, 'Confirm your identity: choose a method');
    mark = outbox.mark();
    await clickButton(page, 'Phone call');
    await page.getByText('Problems with the code?').click();
    await step('Confirm your identity');
    await page.getByLabel('Security code').fill(await outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');
    await expect(nameMenu(page, account)).toBeVisible();
});

test('a resident’s own pages', async ({ page }) => {
    const account = await createAccount(page);
    await checkPage(page, '/account', 'My Account');
    await checkPage(page, '/account/details', 'Update your details');
    await checkPage(page, '/account/name', 'Change your name');
    await checkPage(page, '/account/security', 'Sign-in and security');
    await checkPage(page, '/recover', 'Recover a form');
    await checkPage(page, '/submitted', 'Submitted forms');

    await startForm(page, FORM);
    await expectAccessible(page, 'the task list of a new form');
    const draft = await prefillForm(page);
    await expectAccessible(page, 'Check your answers');
    await checkPage(page, draft, FORM);
    await checkPage(page, `${draft}/delete`, 'Delete this saved form?');
    await checkPage(page, '/', 'Adult Social Care Online', 'with a draft');
    await checkPage(page, '/account', 'My Account', 'with a draft');
    await checkPage(page, '/recover', 'Recover a form', 'with a draft');
    await nameMenu(page, account).click();
    await expectAccessible(page, 'the account menu');

    await page.goto(`${draft}/check`);
    await clickButton(page, 'Submit form');
    const reference = await submittedReference(page);
    await expectAccessible(page, 'the confirmation page');
    await checkPage(page, '/submitted', 'Submitted forms', 'with a copy');
    await checkPage(page, `/submitted/${reference}`, FORM);
});

test('home address and contact details', async ({ page }) => {
    await createAccount(page);
    await checkPage(page, '/account/address', 'Home address', 'by postcode');
    await clickButton(page, 'Find address');
    await expectAccessible(page, 'home address by postcode with errors');
    await page.getByLabel('Postcode').fill('nm2 4cd');
    await clickButton(page, 'Find address');
    await expectAccessible(page, 'home address to choose');
    await page.goto('/account/address');
    await page.getByLabel('Postcode').fill('NM9 9ZZ');
    await clickButton(page, 'Find address');
    await expectAccessible(page, 'home address with an unknown postcode');
    await checkPage(page, '/account/address/enter', 'Home address', 'manually');
    await clickButton(page, 'Save your address');
    await expectAccessible(page, 'home address entered manually with errors');
    await checkPage(page, '/account/contact', 'How to contact you');
    await clickButton(page, 'Save');
    await expectAccessible(page, 'contact details with errors');
    await page.getByLabel('Letter').check();
    await page.getByLabel('No', { exact: true }).check();
    await clickButton(page, 'Save');
    await expectAccessible(page, 'contact details that are not safe');
});

test('sign-in and security', async ({ page }) => {
    const account = await createAccount(page);
    await checkPage(page, '/account/confirm', 'Confirm it is you');
    await checkPage(page, '/account/password', 'Change your password');
    await checkPage(page, '/account/recovery-codes', 'Recovery codes');
    await checkPage(page, '/account/authenticator', 'Authenticator app');
    await clickButton(page, 'Set up an authenticator app');
    await expectAccessible(page, 'setting up an authenticator app', { golden: false });
    await page.getByLabel('Security code').fill(totp(await page.locator('.care-key').innerText()));
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'new recovery codes', { golden: false });
    await checkPage(page, '/account/authenticator', 'Authenticator app', 'in use');

    await checkPage(page, '/account/delete', 'Delete your account');
    await checkPage(page, '/account-deleted', 'Your account has been deleted');
    await checkPage(page, '/account/email', 'Change your email address');
    await page.getByLabel('Email address').fill(newPerson().email);
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'a new email address to verify');
    await checkPage(page, '/account/phone', 'Change your login phone number');
    await page.getByLabel('Phone number').fill(newPerson().phone);
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'a new login phone to verify');

    let mark = outbox.mark();
    await page.goto('/forgot-password');
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Send the link');
    await page.goto(linkIn(await outbox.next(account.email, mark), '/reset-password/'));
    await expectAccessible(page, 'a new password');
    await clickButton(page, 'Save the new password');
    await expectAccessible(page, 'a new password with errors');

    await signOut(page, account);
    await page.goto('/sign-in');
    await enterPassword(page, account);
    await page.getByText('Problems with the code?').click();
    await expectAccessible(page, 'Confirm your identity with an app');
    await checkPage(page, '/sign-in/change-phone', 'Change your login telephone number', 'after the password');
    mark = outbox.mark();
    await clickButton(page, 'Send the link');
    await page.goto(linkIn(await outbox.next(account.email, mark), '/change-phone/'));
    await clickButton(page, 'Ask for the change');
    await expectAccessible(page, 'a request for another phone with errors');
    for (const answer of ['I have a new number', 'Ask me when a worker visits me', 'At any time']) {
        await page.getByLabel(answer).check();
    }
    mark = outbox.mark();
    await clickButton(page, 'Ask for the change');
    await expectAccessible(page, 'a request for another phone');
    await page.goto(linkIn(await outbox.next(account.email, mark), '/phone-change/stop/'));
    await expectAccessible(page, 'stopping the request for another phone');
});

test('every page of the forms, on a phone', async ({ page }) => {
    test.setTimeout(300_000);
    const checked = new Set<string>();
    const checkNew = async (h1: string) => {
        // Forms share pages. Every run checks a fifth of them, `make test-all` all.
        const isNew = !checked.has(h1);
        checked.add(h1);
        if (isNew && (process.env.TEST_ALL || checked.size % 5 === 0)) await expectAccessible(page, h1, { widths: [360] });
    };
    const careNeeds = { on_behalf: 'someone-else', has_diag: 'yes', informal: 'yes', paid_care: 'yes' };
    await startForm(page, FORM);
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 9, choose: careNeeds, onPage: checkNew }).fillUntil();
    await startForm(page, "Ask for a carer's assessment");
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 10, choose: { others_share: 'yes' }, onPage: checkNew }).fillUntil();
    expect(checked.size).toBeGreaterThan(60);
});

test('form pages with errors', async ({ page, browserErrors }) => {
    const draft = await startForm(page, FORM);
    await checkPage(page, `${draft}/check`, 'Check your answers');
    for (const slug of ['name-and-date-of-birth', 'what-is-happening', 'home-address']) {
        await page.goto(`${draft}/${slug}`);
        await checkErrors(page, slug);
    }
    await page.goto(`${draft}/your-details?check`);
    await expectAccessible(page, 'your-details with errors');

    // Add an item to a list and remove it.
    await page.goto(`${draft}/unpaid-help`);
    await page.getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await page.locator('#add-another').getByRole('button').click();
    await checkErrors(page, 'a list item');
    await input(page, 'helper_name').fill('Llŷr');
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'a list');
    await page.getByRole('link', { name: 'Remove Llŷr' }).click();
    await expect(heading(page)).toHaveText('Remove Llŷr?');
    await expectAccessible(page, 'Remove?');

    // A list within a list item.
    await page.goto(`${draft}/paid-care`);
    await page.getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await page.locator('#add-another').getByRole('button').click();
    await input(page, 'paid_agency').fill('Gofal Da');
    await page.locator('[data-question=paid_visits]').getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await expect(heading(page)).toHaveText('Visits');
    await expectAccessible(page, 'a nested list');
    await page.locator('#add-another').getByRole('button').click();
    await checkErrors(page, 'an item of a nested list');
    await page.locator('[data-question=visit_time]').getByRole('radio').first().check();
    await clickButton(page, 'Continue');
    await page.getByRole('link', { name: /^Remove / }).click();
    await expectAccessible(page, 'Remove from a nested list?');

    // The same page in two tabs.
    browserErrors.allow(/409/);
    const second = await page.context().newPage();
    await page.goto(`${draft}/about-you`);
    await second.goto(`${draft}/about-you`);
    await input(page, 'about_me').fill('One');
    await clickButton(page, 'Continue');
    await input(second, 'about_me').fill('Two');
    await clickButton(second, 'Continue');
    await expect(second.getByRole('alert')).toContainText('changed somewhere else');
    await expectAccessible(second, 'the same page in two tabs');
});

// axe can't run with JavaScript turned off. It can when the service's scripts fail to load, which gives the same page.
test('form pages whose scripts fail to load', async ({ page, browserErrors }) => {
    browserErrors.allow(/\.js|\.wasm|^script: $/);
    await page.context().route(/\.(js|wasm)$/, (route) => route.abort());
    const draft = await startForm(page, FORM);
    await expectAccessible(page, 'the task list without scripts');
    for (const slug of ['your-details', 'what-is-happening', 'home-address', 'your-savings']) {
        await page.goto(`${draft}/${slug}`);
        await expectAccessible(page, `${slug} without scripts`);
        await clickButton(page, 'Continue');
        await expectAccessible(page, `${slug} without scripts, with errors`);
    }
});

test('pages for refused requests', async ({ page, browserErrors }) => {
    browserErrors.allow(/400|403|413/);
    await createAccount(page);
    const invalid = [
        { fault: 'no token', h1: 'This page is no longer up to date' },
        { fault: 'too much', h1: 'That is too much to send at once' },
        { fault: 'not a form', h1: 'There is a problem with what was sent' },
    ];
    for (const { fault, h1 } of invalid) {
        await page.goto('/account/name');
        const sent = page.waitForEvent('domcontentloaded');
        await page.locator('form[action="/api/account/rename"]').evaluate((form: HTMLFormElement, fault) => {
            if (fault === 'no token') form.querySelector('[name=token]')?.remove();
            if (fault === 'too much') (form.elements.namedItem('first_name') as HTMLInputElement).value = 'x'.repeat(300_000);
            if (fault === 'not a form') form.enctype = 'text/plain';
            form.submit();
        }, fault);
        await sent;
        await expectErrorPage(page, h1);
    }
});

test('pages for a button’s address, and for a browser without cookies', async ({ page, browserErrors }) => {
    browserErrors.allow(/405|428/);
    await page.goto('/api/account/rename');
    await expectErrorPage(page, 'You cannot open this page by its address');
    await page.goto('/sign-in');
    await page.context().clearCookies();
    await clickButton(page, 'Sign in');
    await expectErrorPage(page, 'Your browser does not accept cookies');
});

test('the page for a request that took too long', async ({ page, browserErrors }) => {
    browserErrors.allow(/503/);
    const server = await Server.onFreePort({ CARE_ONLINE_LIMITS_REQUEST_SECONDS: '1' });
    try {
        await page.goto(`${server.url}/sign-in`);
        const network = await page.context().newCDPSession(page);
        const slow = (uploadThroughput: number) =>
            network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
        await slow(10_000);
        await page.getByLabel('Email address').evaluate((input: HTMLInputElement) => {
            input.value = 'x'.repeat(60_000);
        });
        await clickButton(page, 'Sign in');
        await slow(-1);
        // It has a reference of its own each time.
        await expectErrorPage(page, 'The service is very busy', false);
    } finally {
        await server.remove();
    }
});

/** An error page says what happened, and leads home. */
async function expectErrorPage(page: Page, h1: string, golden = true): Promise<void> {
    await expect(heading(page)).toHaveText(h1);
    await expect(page.locator('a[href="/"]').first()).toBeVisible();
    await expectAccessible(page, h1, { golden });
}
