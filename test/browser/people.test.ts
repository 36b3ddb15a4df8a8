import { describeInBrowser } from './harness/describe-in-browser.ts';
import { tellEditing } from './journeys/editing.ts';
import { tellKeyboardAlone } from './journeys/keyboard-alone.ts';
import { tellLanguages } from './journeys/languages.ts';
import { tellReading } from './journeys/reading.ts';
import { tellSeeing } from './journeys/seeing.ts';
import { tellTwoPeople } from './journeys/two-people.ts';

// Reading counts what there is, and comes first; another language stays with its person, and comes last.
describeInBrowser('what people do', (scene) => {
  tellReading(scene);
  tellEditing(scene);
  tellKeyboardAlone(scene);
  tellTwoPeople(scene);
  tellSeeing(scene);
  tellLanguages(scene);
});
