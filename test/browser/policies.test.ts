import { describeInBrowser } from './harness/describe-in-browser.ts';
import { tellFilesAndInstants } from './journeys/files-and-instants.ts';
import { tellShorterWindow } from './journeys/shorter-window.ts';
import { tellUnsetValue } from './journeys/unset-value.ts';

describeInBrowser('what becomes of a policy', (scene) => {
  tellShorterWindow(scene);
  tellUnsetValue(scene);
  tellFilesAndInstants(scene);
});
