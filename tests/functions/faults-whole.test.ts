import { runMatrix } from './matrix';

runMatrix('whole');
