import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { contrast, LOOK, type Look } from '../../support/picture.js';
import { sharedEnvironment } from '../../support/shared-environment.js';
import { ADA, BOB, EVE, type Hub, mainText, runCell, startHub } from '../../support/start-page.js';

const testInHub = sharedEnvironment<Hub>(startHub);
/** What WCAG asks of text of this size. */
const READABLE = 4.5;

const EVENT = { type: 'Normal', lastTimestamp: '2026-12-01T01:00:00Z', eventTime: null };
const MAKING = {
  ...EVENT,
  reason: 'TriggeredScaleUp',
  message: 'pod triggered scale-up: [{…/gk3-x 0->1 (max: 1000)}]',
};
const PULLING = { ...EVENT, reason: 'Pulling', message: 'Pulling image "quay.io/<b>x</b>"' };

/** Presses a key, some times. */
async function press(tab: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of keys) await tab.keyboard.press(key);
}

const focused = (tab: Page): Promise<string> =>
  tab.evaluate('document.activeElement.id || document.activeElement.className') as Promise<string>;

/** What a page asked of others. JupyterHub's own style has small pictures in it, as data. */
const elsewhere = (asked: readonly string[], origin: string): readonly string[] =>
  asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'));

for (const width of [1000, 390]) {
  for (const scheme of ['light', 'dark'] as const) {
    testInHub(`the start page is whole and readable, ${width} pixels wide, ${scheme}`, async ({ as, origin }) => {
      for (const script of [true, false]) {
        await as(
          BOB,
          async (tab, asked) => {
            await tab.goto(`${origin}/hub/spawn`);
            // Without scripts of its own, a page can still be looked at from outside.
            const look = (await tab.evaluate(LOOK)) as Look;
            expect(look.wide).toEqual([]);
            const pale = look.colours.filter(({ text, back }) => contrast(text, back) < READABLE);
            expect({ script, pale }).toEqual({ script, pale: [] });
            expect(elsewhere(asked, origin)).toEqual([]);
            const small = await tab.$$eval('main button, main select', (all) =>
              all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(({ id }) => id),
            );
            expect(small).toEqual([]);
          },
          { width, scheme, script },
        );
      }
    });
  }
}

testInHub('nothing moves for whoever asks for that', async ({ as, origin }) => {
  const moving = `document.getAnimations().length + [...document.querySelectorAll('.gke-card')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length`;
  for (const isStill of [true, false]) {
    await as(
      BOB,
      async (tab) => {
        await tab.goto(`${origin}/hub/spawn`);
        expect(((await tab.evaluate(moving)) as number) > 0).toBe(!isStill);
      },
      { isStill },
    );
  }
});

testInHub('an image that the hub does not allow is refused before it is sent', async ({ as, origin }) => {
  await as(ADA, async (tab) => {
    await tab.goto(`${origin}/hub/spawn`);
    await tab.click('label[for=profile-large]');
    expect(await mainText(tab)).not.toContain('This hub does not allow this image.');
    const field = '#profile-option-large--image--unlisted-choice';
    const isRight = (): Promise<unknown> => tab.evaluate(`document.querySelector('${field}').checkValidity()`);
    await tab.type(field, 'evil.example/notebooks/x:1');
    expect(await isRight()).toBe(false);
    expect(await mainText(tab)).toContain('This hub does not allow this image.');
    // Somebody who changes their mind must still see which field is wrong.
    await tab.click('label[for=profile-small]');
    expect(await tab.$eval(field, (one) => one.checkVisibility())).toBe(true);
    await tab.click('button[type=submit]');
    expect(await focused(tab)).toBe(field.slice(1));
    expect(tab.url()).toBe(`${origin}/hub/spawn`);
    await tab.evaluate(`document.querySelector('${field}').value = 'us-docker.pkg.dev/acme-research/notebooks/x:1'`);
    expect(await isRight()).toBe(true);
  });
});

testInHub('somebody who is not on the list sees a page with what to do', async ({ as, origin }) => {
  await as(EVE, async (tab) => {
    const answer = await tab.goto(`${origin}/hub/home`);
    expect(answer?.status()).toBe(403);
    const text = await mainText(tab);
    expect(text).toContain('You have no access to this hub');
    expect(text).toContain(`${EVE} is not on the list of people of this hub. Ask its administrators`);
  });
});

testInHub(
  'a person enters, chooses a profile by keyboard, sees a slow start and runs a cell',
  async ({ as, origin, folder }) => {
    const [hold, events] = [join(folder, 'hold'), join(folder, 'events.json')];
    writeFileSync(hold, '');
    await as(ADA, async (tab, asked) => {
      await tab.goto(origin);
      expect(await mainText(tab)).toContain('Start your server');
      await tab.focus('input[name=profile]:checked');
      await press(tab, 'ArrowDown');
      expect(await focused(tab)).toBe('profile-large');
      // The options of the chosen profile alone are there.
      const visible = (): Promise<string[]> =>
        tab.$$eval('select, input', (all) => all.filter((one) => one.checkVisibility()).map(({ id }) => id));
      const options = ['profile-option-large--image', 'profile-option-large--image--unlisted-choice'];
      expect(await visible()).toEqual(expect.arrayContaining(options));
      await press(tab, 'Tab', 'ArrowDown', 'Tab', 'Tab');
      expect(await focused(tab)).toBe('gke-button');
      expect(await tab.$eval('select', (one) => (one as unknown as { value: string }).value)).toBe('r');
      await Promise.all([tab.waitForNavigation(), press(tab, 'Enter')]);
      expect(await mainText(tab)).toContain('Your server is being prepared.');
      writeFileSync(events, JSON.stringify([MAKING]));
      await tab.waitForFunction("document.getElementById('gke-now').innerText.includes('making a machine')");
      expect(await mainText(tab)).toContain('Google is making a machine for you. This usually takes 2 to 5 minutes.');
      writeFileSync(events, JSON.stringify([MAKING, PULLING]));
      await tab.waitForFunction("document.getElementById('gke-now').innerText.includes('being loaded')");
      expect(await tab.$eval('[aria-current=step]', (one) => one.textContent)).toBe('Files and software');
      await tab.$eval('details', (one) => one.setAttribute('open', ''));
      // An event is text, whoever names an image.
      expect(await mainText(tab)).toContain('quay.io/<b>x</b>');
      rmSync(hold);
      await tab.waitForFunction(`location.pathname.startsWith('/user/')`, { timeout: 60_000 });
      const server = `/user/${ADA}/`;
      // Any page that needs a person sends the browser through the hub, and leaves the server's own cookie.
      await tab.waitForNetworkIdle();
      await tab.goto(`${origin}${server}files/none.txt`);
      const page = await tab.goto(`${origin}${server}api/status`);
      expect([tab.url(), page?.status()]).toEqual([`${origin}${server}api/status`, 200]);
      // A page of the server that may run scripts, as JupyterLab's does: answers of its API may not.
      await tab.goto(`${origin}${server}nothing-here`);
      expect(await runCell(tab, server, 'import os\nprint("hello")\n(sum(range(10)), os.environ["CHOSEN"])')).toBe(
        "(45, 'r')",
      );
      expect(elsewhere(asked, origin)).toEqual([]);
    });
  },
  180_000,
);

testInHub(
  'people see only their profiles, and start one without scripts',
  async ({ as, origin }) => {
    await as(
      BOB,
      async (tab) => {
        await tab.goto(`${origin}/hub/spawn`);
        const text = await mainText(tab);
        expect(text).toContain('about 0.07 EUR');
        expect(text).not.toContain('One GPU');
        await tab.click('label[for=profile-large]');
        await Promise.all([tab.waitForNavigation(), tab.click('button[type=submit]')]);
        // The page of the start loads itself again until the server is there.
        await tab
          .waitForFunction(`location.pathname.startsWith('/user/')`, { timeout: 60_000 })
          .catch(async (error) => {
            throw new Error(`${tab.url()}: ${await tab.content()}`, { cause: error });
          });
      },
      { script: false },
    );
  },
  120_000,
);
