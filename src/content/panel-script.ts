import { drawPanel } from '../ui/draw-panel.tsx';
import { paintTexts } from '../ui/painted-texts.ts';
import { leaveDrawer } from './drawer.ts';

paintTexts();
leaveDrawer(drawPanel);
