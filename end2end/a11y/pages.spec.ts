// Every page at phone and desktop width, checked against WCAG 2.2 AA as far as it can be automated.
import type { Page } from '@playwright/test';
import { totp } from '../fixtures/authenticator';
import { type Account, createAccount, nameMenu, newPerson, signOut } from '../fixtures/account';
import { ariaSnapshot } from '../fixtures/aria-snapshot';
import { expectAccessible } from '../fixtures/accessibility';
import { linkIn, outbox } from '../fixtures/outbox';
import { heading, clickButton, submittedReference, startForm } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';
import { checkErrors, checkPage } from './check';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const FORM = 'Ask for care and support';

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
        ['/help-me-choose', 'Help me choose'],
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
