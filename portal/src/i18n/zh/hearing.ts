import type { Texts } from '../en';

/** 致线路使用者。 For whoever uses a line that is being looked into. */
export const hearing: Texts['hearing'] = {
  title: '关于您所用线路的一个问题',
  loading: '正在打开页面',
  until: '您可以在 {{time}} 之前答复。',
  words: '您是如何取得这条线路的？',
  wordsHint: '请用您自己的话说明，几句即可。例如：五月份我哥哥给我的。',
  left: '还可输入 {{number}} 个字符',
  required: '请填写几句话。',
  once: '只能发送一次。作出任何决定之前，受过培训的人员会先阅读。',
  send: '发送答复',
  sending: '正在发送答复',
  thanks: {
    title: '谢谢，您的答复已收到',
    text: '作出任何决定之前，受过培训的人员会先阅读。您可以关闭本页面。',
  },
  closed: {
    title: '这个问题已有结果',
    text: '您在这里无需再做任何操作。',
  },
  missing: {
    title: '请打开短信中的链接',
    text: '本页面需要运营商发送到该线路的完整链接。',
    next: '请重新打开链接；如已失效，请致电运营商。',
  },
};
