// Signing in, and recovering access.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { totp } from '../fixtures/authenticator';
import { createAccount, fillSignIn, nameMenu, newPerson, signOut, type Account } from '../fixtures/account';
import { linkIn, Outbox, outbox } from '../fixtures/outbox';
import { heading, clickButton } from '../fixtures/page';
import { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const NEW_PASSWORD = 'seven quiet rivers';
const code = (page: Page) => page.getByLabel('Security code');

/** Gives email and password, up to the page for the security code. */
async function enterPassword(page: Page, account: Account): Promise<void> {
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Sign in');
}

/** Creates an account up to the page for the phone number. */
async function createAccountUpToPhone(page: Page, account: Account): Promise<void> {
    await page.goto('/create-account');
    const mark = outbox.mark();
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Continue');
    await code(page).fill(await outbox.code(account.email, mark));
    await clickButton(page, 'Continue');
    await page.getByLabel('First name').fill(account.first);
    await page.getByLabel('Last name').fill(account.last);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Continue');
    await expect(heading(page)).toHaveText('Your phone');
}

test('a landline gets a call, at registration and at every sign-in @nojs', async ({ page }) => {
    const account = newPerson();
    account.phone = account.phone.replace('07700 900', '01632 960');
    await createAccountUpToPhone(page, account);
    await page.getByLabel('Phone number').fill(account.phone);
    await page.getByLabel('Text message').check();
    let mark = outbox.mark();
    await clickButton(page, 'Continue');
    await expect(page.getByRole('main')).toContainText('We cannot send text messages to a landline');
    const call = await outbox.next(account.phone, mark);
    expect(call.channel).toBe('voice');
    await code(page).fill(await outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');
    await signOut(page, account);
    await enterPassword(page, account);
    await expect(page.getByRole('button', { name: 'Text message' })).toHaveCount(0);
    mark = outbox.mark();
    await clickButton(page, 'Phone call');
    const digits = await outbox.code(account.phone, mark);
    await code(page).fill(`${digits.slice(0, 3)} - ${digits.slice(3)}`);
    await clickButton(page, 'Continue');
    await expect(nameMenu(page, account)).toBeVisible();
});

test('a forgotten password is reset by a link @nojs', async ({ page, newDevice }) => {
    const account = await createAccount(page);
    const elsewhere = await newDevice();
    await elsewhere.goto('/forgot-password');
    const mark = outbox.mark();
    await elsewhere.getByLabel('Email address').fill(account.email);
    await clickButton(elsewhere, 'Send the link');
    await expect(heading(elsewhere)).toHaveText('Check your email');
    await elsewhere.goto(linkIn(await outbox.next(account.email, mark), '/reset-password/'));
    await elsewhere.getByLabel('Password', { exact: true }).fill('short');
    await clickButton(elsewhere, 'Save the new password');
    await expect(elsewhere).toHaveTitle(/^Error: /);
    await elsewhere.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await clickButton(elsewhere, 'Save the new password');
    await expect(elsewhere.getByText('Your password has been changed. Sign in with the new one.')).toBeVisible();
    await page.goto('/account');
    await expect(heading(page)).toHaveText('You have been signed out');
    await fillSignIn(elsewhere, { ...account, password: NEW_PASSWORD });
});

test('an authenticator app replaces the phone, and a recovery code the app @nojs', async ({ page }) => {
    const account = await createAccount(page);
    await page.goto('/account/security');
    await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
    await clickButton(page, 'Set up an authenticator app');
    const key = await page.locator('.care-key').innerText();
    await code(page).fill(totp(key));
    await clickButton(page, 'Continue');
    await expect(heading(page)).toHaveText('Recovery codes');
    const codes = await page.locator('.care-codes .care-key').allInnerTexts();
    expect(codes).toHaveLength(10);
    await clickButton(page, 'I have kept my codes');
    await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
    await signOut(page, account);

    await enterPassword(page, account);
    await expect(page.getByText('Enter the code from your authenticator app.')).toBeVisible();
    await code(page).fill(totp(key, 1));
    await clickButton(page, 'Continue');
    await signOut(page, account);

    await enterPassword(page, account);
    await code(page).fill(codes[0] ?? '');
    await clickButton(page, 'Continue');
    await expect(nameMenu(page, account)).toBeVisible();
    await page.goto('/account/security');
    await expect(page.getByText('You signed in with a recovery code')).toBeVisible();
});

test('an account can be created without a phone @nojs-too', async ({ page }) => {
    const account = newPerson();
    await createAccountUpToPhone(page, account);
    await clickButton(page, 'Use an authenticator app');
    const key = await page.locator('.care-key').innerText();
    await code(page).fill(totp(key));
    await clickButton(page, 'Continue');
    await clickButton(page, 'I have kept my codes');
    await signOut(page, account);
    await enterPassword(page, account);
    await code(page).fill(totp(key, 1));
    await clickButton(page, 'Continue');
    await expect(nameMenu(page, account)).toBeVisible();
});

test('an email address is changed once the new one is verified, and the old one is notified @nojs-too', async ({ page }) => {
    const account = await createAccount(page);
    const old = account.email;
    account.email = `new.${old}`;
    await page.goto('/account/details');
    await page.getByRole('link', { name: 'Change your email address' }).click();
    let mark = outbox.mark();
    await page.getByLabel('Email address').fill(account.email);
    await clickButton(page, 'Continue');
    await code(page).fill(await outbox.code(account.email, mark));
    mark = outbox.mark();
    await clickButton(page, 'Continue');
    await expect(page.getByText('Your email address has been changed.')).toBeVisible();
    expect((await outbox.next(old, mark)).subject).toBe('Northmere Council: Your email address was changed');
    await signOut(page, account);
    await page.goto('/sign-in');
    await fillSignIn(page, account);
});

test('a login phone is changed while signed in @nojs-too', async ({ page }) => {
    const account = await createAccount(page);
    await page.goto('/account/security');
    await page.getByRole('main').getByRole('link', { name: 'change it here' }).click();
    account.phone = newPerson().phone;
    const mark = outbox.mark();
    await page.getByLabel('Phone number').fill(account.phone);
    await clickButton(page, 'Continue');
    await code(page).fill(await outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');
    await expect(page.getByText('Your login phone number has been changed.')).toBeVisible();
    await signOut(page, account);
    await page.goto('/sign-in');
    await fillSignIn(page, account);
});

test('an account is deleted by its owner, and its email address can be used again @nojs-too', async ({ page }) => {
    const account = newPerson();
    await createAccount(page, account);
    await page.goto('/account/details');
    await page.getByRole('link', { name: 'delete it' }).click();
    await clickButton(page, 'Delete my account');
    await expect(heading(page)).toHaveText('Your account has been deleted');
    await enterPassword(page, account);
    await expect(page).toHaveTitle(/^Error: /);
    await createAccountUpToPhone(page, account);
});

test('another device is listed and signed out @nojs-too', async ({ page, newDevice }) => {
    const account = await createAccount(page);
    const other = await newDevice();
    await other.goto('/sign-in');
    await fillSignIn(other, account);
    await page.goto('/account/security');
    await expect(page.getByText('(this device)')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: /^Sign out from/ }).click();
    await expect(page.getByText('That device has been signed out.')).toBeVisible();
    await other.goto('/account');
    await expect(heading(other)).toHaveText('You have been signed out');
});

test.describe('with a server of its own', () => {
    const ownServer = test.extend<{ server: Server }>({
        server: async ({}, use) => {
            const server = await Server.onFreePort();
            await use(server);
            await server.remove();
        },
        baseURL: async ({ server }, use) => use(server.url),
    });

    ownServer('a lost phone, from the request to the new number @nojs', async ({ page, server, javaScriptEnabled }) => {
        ownServer.setTimeout(180_000);
        const box = new Outbox(server.data);
        const account = await createAccount(page, { outbox: box });
        await signOut(page, account);
        await enterPassword(page, account);
        await page.getByRole('link', { name: 'Change your login telephone number.' }).click();
        let mark = box.mark();
        await clickButton(page, 'Send the link');
        await page.goto(linkIn(await box.next(account.email, mark), '/change-phone/'));
        await clickButton(page, 'Ask for the change');
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.locator('#error-summary li')).toHaveCount(3);
        await page.getByLabel('The phone is lost or broken').check();
        await page.getByLabel('Call me on a number that you have').check();
        await page.getByLabel('In the morning').check();
        mark = box.mark();
        await clickButton(page, 'Ask for the change');
        await expect(heading(page)).toHaveText('Changing your login phone');
        await expect(page.getByText("First, we'll make sure that it is you")).toBeVisible();

        const list = server.run('phone-change', 'list');
        expect(list).toContain(account.email);
        const id = list.split(/\s+/)[0] ?? '';
        expect(server.run('phone-change', 'approve', id, '--by', 'jo@council.example')).toContain('Another person');
        expect(() => server.run('phone-change', 'approve', id, '--by', 'jo@council.example')).toThrow(/different people/);
        mark = box.mark();
        expect(server.run('phone-change', 'approve', id, '--by', 'sam@council.example')).toContain('Granted');
        await page.goto(linkIn(await box.next(account.email, mark), '/sign-in'));

        await enterPassword(page, account);
        await expect(heading(page)).toHaveText('Register your new phone');
        // axe needs JavaScript.
        const check = (name: string) => (javaScriptEnabled === false ? undefined : expectAccessible(page, name));
        await check('registering a new phone');
        mark = box.mark();
        await clickButton(page, 'Send a code to my email');
        await check('registering a new phone: the code by email');
        await code(page).fill(await box.code(account.email, mark));
        await clickButton(page, 'Continue');
        // Nothing else can be reached from here.
        await page.goto('/account');
        await expect(heading(page)).toHaveText('Sign in');
        await page.goto('/sign-in/new-phone');
        await check('registering a new phone: the number');
        account.phone = newPerson().phone;
        mark = box.mark();
        await page.getByLabel('Phone number').fill(account.phone);
        await clickButton(page, 'Continue');
        await check('registering a new phone: the code by phone');
        await code(page).fill(await box.code(account.phone, mark));
        await clickButton(page, 'Continue');
        await expect(nameMenu(page, account)).toBeVisible();
        await signOut(page, account);
        await page.goto('/sign-in');
        await fillSignIn(page, account);
    });
});
