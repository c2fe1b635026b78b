import type { Texts } from '../en';

/** 其他机构的程序把此人的浏览器带到这里。 A program sent the person's browser here to ask about a line. */
export const agree: Texts['agree'] = {
  title: '有机构希望查询您的线路',
  who: '您是从一家银行或其他机构的页面来到这里的。对方希望向您的运营商查询您名下的一条线路。',
  how: '只有您本人可以允许。请先证明您是谁；然后您会看到谁要查询、查询什么，再回答同意或不同意。',
  verify: '证明我是谁',
  free: '您可以不同意。关闭此页面即可，不会提供任何信息。',
  loading: '请稍候：正在查看是谁提出的请求',
  asks: '{{client}} 希望查询，',
  what: '对方可以查询的内容',
  which: '关于哪一条线路？',
  noLine: '您名下没有 {{operator}} 的线路。',
  ends: '您可以在“我的线路”中看到此项同意和每一次答复，并随时终止。几周后它会自动失效。',
  refuse: '不同意，返回',
  grant: '同意并返回',
  failed: {
    title: '此处无法进行查询',
    text: '此请求已失效或有误。没有提供任何信息。请回到您来的页面，重新开始。',
  },
};
