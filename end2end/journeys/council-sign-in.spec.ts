// Signing in with an existing login of the council.
import { expectAccessible } from '../fixtures/accessibility';
import { fillCreateAccount, nameMenu, newPerson, signOut, type Account } from '../fixtures/account';
import { CouncilSignIn, PROVIDER_NAME } from '../fixtures/council-sign-in';
import { Outbox } from '../fixtures/outbox';
import { clickAndNavigate, heading, clickButton } from '../fixtures/page';
import { expect, test as base } from '../fixtures/test';

const test = base.extend<{ account: Account; council: CouncilSignIn }>({
    account: async ({}, use) => use(newPerson()),
    council: async ({ account }, use) => {
        const council = await CouncilSignIn.start(account.email);
        account.outbox = new Outbox(council.server.data);
        await use(council);
        await council.remove();
    },
    baseURL: async ({ council }, use) => use(council.server.url),
});

test('a council login is connected, used to sign in, and disconnected @nojs', async ({ page, council, account, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    // axe needs JavaScript.
    const check = (name: string, golden = true) => (javaScriptEnabled === false ? undefined : expectAccessible(page, name, { golden }));
    await page.goto('/sign-in');
    await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
    await expect(page).toHaveTitle('Northmere sign-in');
    await clickAndNavigate(page, page.getByRole('button', { name: 'Stop' }));
    await expect(heading(page)).toHaveText(`You are not signed in with ${PROVIDER_NAME}`);
    expect(page.url()).toBe(`${council.server.url}/sign-in/council/callback`);
    await check('council sign-in: stopped');

    await clickButton(page, 'Sign in');
    await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
    await council.signInThere(page, account.email);
    await expect(heading(page)).toHaveText(`Connect your ${PROVIDER_NAME}`);
    await check('council sign-in: connect');
    await clickButton(page, 'Create an account');
    await fillCreateAccount(page, account);
    await expect(heading(page)).toHaveText(`Your ${PROVIDER_NAME} is connected`);
    await check('council sign-in: connected');
    await clickButton(page, 'Continue');
    await signOut(page, account);

    // They are still signed in at the council, so only the code is needed.
    await page.goto('/sign-in');
    await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
    await expect(heading(page)).toHaveText('Confirm your identity');
    const mark = account.outbox.mark();
    await clickButton(page, 'Text message');
    await page.getByLabel('Security code').fill(await account.outbox.code(account.phone, mark));
    await clickButton(page, 'Continue');
    await expect(nameMenu(page, account)).toBeVisible();
    await page.goto('/account/security');
    // Events with the same time are shown in any order.
    await check('sign-in and security with a council login', false);
    // Signing in at the council doesn't count as giving the password: they have to give it, or sign in there again.
    await clickButton(page, 'Disconnect');
    await expect(heading(page)).toHaveText('Confirm it is you');
    await clickButton(page, `Confirm with ${PROVIDER_NAME}`);
    await council.signInThere(page, account.email);
    await expect(heading(page)).toHaveText('Sign-in and security');
    await clickButton(page, 'Disconnect');
    await expect(page.getByText(`${PROVIDER_NAME} is no longer connected`)).toBeVisible();
    await signOut(page, account);
    await page.goto('/sign-in');
    await clickButton(page, `Sign in with ${PROVIDER_NAME}`);
    await expect(heading(page)).toHaveText(`Connect your ${PROVIDER_NAME}`);
});
