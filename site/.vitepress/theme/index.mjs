// The default theme, without fonts of its own: the reader's are good and there at once.
import theme from 'vitepress/theme-without-fonts';
import './colours.css';

export default theme;
