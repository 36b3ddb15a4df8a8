import type { Locator } from 'playwright-core';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { passing } from '../../journeys/policy-acts.ts';
import type { Visitor } from './visitor.ts';

/** The editor of a version as its owner uses it. */
export class Editor {
  readonly visitor: Visitor;
  /** Address of the draft, `/policy-versions/<id>`. */
  readonly path: string;

  constructor(visitor: Visitor, path: string) {
    this.visitor = visitor;
    this.path = path;
  }

  /** Starts a draft from the live version, by the button on the policy's page. */
  static async start(visitor: Visitor, policy: string): Promise<Editor> {
    await visitor.go(`/policies/${policy}/show`);
    await visitor.button('Start a draft').click();
    await visitor.page.waitForURL(/\/policy-versions\/[^/]+$/);
    await visitor.settle(/draft/);
    return new Editor(visitor, new URL(visitor.page.url()).pathname);
  }

  /** Opens it anew. */
  async open(): Promise<void> {
    await this.visitor.go('/policies', 'Policies');
    await this.visitor.go(this.path, /\S/);
  }

  row(parameter: string): Locator {
    return this.visitor.page.locator(`[data-parameter=${parameter}]`);
  }

  amount(parameter: string): Locator {
    return this.row(parameter).getByLabel('Amount');
  }

  async tab(name: 'parameters' | 'rules' | 'try' | 'cases' | 'messages' | 'review'): Promise<void> {
    await this.visitor.page.locator(`#tab-${name}`).click();
    await this.visitor.page.locator(`#tab-${name}[aria-selected=true]`).waitFor();
    await this.visitor.settle();
  }

  /** Saves with the keys, and waits until the server has it, or has refused it because somebody saved before. */
  async save(expected: 200 | 409 = 200): Promise<void> {
    const { page } = this.visitor;
    const answer = page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().endsWith(this.path));
    await page.keyboard.press('Control+s');
    const status = (await answer).status();
    if (status !== expected) throw new Error(`the save of ${this.path} was answered ${status}`);
    if (status === 200) await page.getByText('No unsaved changes').waitFor();
  }

  /** Writes a case of the draft in its dialog. */
  async writeCase(golden: GoldenCase): Promise<void> {
    const { page } = this.visitor;
    await this.visitor.button('Write one').click();
    await this.replaceText(this.visitor.dialog().locator('.cm-content'), JSON.stringify(golden));
    await this.visitor.dialog().getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Replaces the whole text of a code editor as somebody would who pastes. */
  async replaceText(field: Locator, text: string): Promise<void> {
    await field.click();
    await this.visitor.page.keyboard.press('Control+a');
    await this.visitor.page.keyboard.insertText(text);
  }

  /** Accepts every golden case that comes out differently, and acknowledges every flip. */
  async settle(): Promise<void> {
    const { page } = this.visitor;
    await this.tab('cases');
    const accept = this.visitor.button('Accept new outcome…');
    for (let left = await accept.count(); left > 0; left -= 1) {
      await this.visitor.act('Accept new outcome…', 'Accept', 'The policy says so from now on.');
      await page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('button')].filter((one) => one.innerText === 'Accept new outcome…').length <
          count,
        left,
      );
    }
    const acknowledge = this.visitor.button(/^Acknowledge th/);
    for (let left = await acknowledge.count(); left > 0; left -= 1) {
      await acknowledge.first().click();
      await this.visitor.dialog().getByRole('button', { name: 'Acknowledge', exact: true }).click();
      await this.visitor.dialog().waitFor({ state: 'detached' });
    }
  }

  /** Hands it in, to go live on approval, and waits for the review room. */
  async submit(reason: string): Promise<void> {
    await this.tab('review');
    await this.visitor.page.getByRole('textbox', { name: /^Why/ }).fill(reason);
    await this.visitor.act('Submit for approval…', 'Submit');
    await this.visitor.settle(/waits for approval/);
  }

  /** The version as the server has it. */
  async read(): Promise<PolicyVersionView> {
    const { body } = await this.visitor.call('GET', `/api${this.path}`);
    return body as unknown as PolicyVersionView;
  }
}

/** Approves what waits at this address, and waits until it decides. */
export async function approve(approver: Visitor, path: string): Promise<PolicyVersionView> {
  await approver.go('/policies', 'Policies');
  await approver.go(`${path}/show`, /waits for approval/);
  await approver.act('Approve…', 'Approve');
  const { body } = await approver.call('GET', `/api${path}`);
  const version = body as unknown as PolicyVersionView;
  await passing(Date.parse(version.approval?.effectiveFrom ?? ''));
  return version;
}
