import { close } from './stages/close.ts';
import { runSuite } from './stages/suite.ts';

close(await runSuite());
