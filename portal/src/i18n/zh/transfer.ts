import type { Texts } from '../en';

/** 线路过户。 A line that changes hands. */
export const transfer: Texts['transfer'] = {
  title: '要把 {{line}} 过户给他人吗？',
  text: '您会得到一个链接，请交给对方。对方核验身份并接受后，运营商有一段时间可以提出异议。在此之前线路仍属于您，您可以改变主意。',
  confirm: '是的，生成链接',
  verifyAgain: '重新核验身份',
  linkTitle: '{{line}} 的过户链接',
  give: '请只交给接收线路的人。链接只显示一次，有效至 {{time}}。',
  qr: '可供拍摄的链接二维码',
  offered: '{{line}} 已提出过户，请见下方。',
  list: '正在过户的线路',
  side: { GIVER: '由您转出。', RECEIVER: '由您接收。' },
  state: {
    OFFERED: '等待接受',
    ACCEPTED: '已接受',
    COMPLETED: '已完成过户',
    VETOED: '运营商提出异议',
    WITHDRAWN: '已撤回',
    EXPIRED: '已过期',
    REFUSED: '最终未能完成',
    OVERTAKEN: '线路已有其他变动',
  },
  due: {
    OFFERED: '可在 {{time}} 之前接受。',
    ACCEPTED: '运营商可在 {{time}} 之前提出异议，之后线路完成过户。',
  },
  kind: { HANDOVER: '由现持有人过户。', INHERITANCE: '因原持有人去世而继承。' },
  withdraw: '我改变主意了',
  withdrawn: '线路 {{line}} 不再过户。',
  page: {
    title: '有一条线路要过户给您',
    loading: '正在获取过户信息',
    missing: '请重新打开您收到的完整链接。',
    accountable: '过户完成后，线路登记在您名下，您要对它的使用负责。',
    until: '您可以在 {{time}} 之前接受。如果不想要，无需任何操作。',
    verify: '请先出示身份证件和本人面容，之后回到这里再决定。',
    start: '核验身份',
    accept: '接受这条线路',
    accepted:
      '您已接受。运营商可在 {{time}} 之前提出异议，之后线路归您，可在您的线路中看到。在此之前您可以在那里改变主意。',
  },
};
