/** A plain text in a few parts. */
export interface Statement {
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** The texts that anyone may read. What they promise is kept by the program: no location, no usage figures. */
export const STATEMENTS = {
  use: {
    title: '使用说明',
    parts: [
      {
        title: '做什么用',
        lines: [
          '联络员在这里填月报和自查评分，看退回的意见和得分。',
          '牵头单位在这里看谁报了、谁没报，审核、提醒和复核。',
        ],
      },
      {
        title: '不用这里也行',
        lines: ['用邮件、纸件、传真、电话报送，一样算数。', '牵头单位按真实收到的时间登记，按时不按时只看材料。'],
      },
      {
        title: '写了不会丢',
        lines: [
          '每次输入都先存在手机里，再存到服务器。',
          '没有网络也能接着写，联网后自动同步。',
          '两台设备都改了同一处，两份都留着，由您来选。',
        ],
      },
      { title: '不要上传', lines: ['涉密和内部材料不要写进来，也不要作为附件。', '佐证列名称就行，文件可以不传。'] },
    ],
  },
  privacy: {
    title: '隐私说明',
    parts: [
      {
        title: '用到什么',
        lines: [
          '手机号：只用来和牵头单位的名单核对，绑定您的岗位。',
          '您选的文件和照片：只作为月报的佐证，本单位和牵头单位能看。',
          '剪贴板：您点“复制”时写入一次，不读取。',
          '相册：您点“保存为图片”时存一张回执。',
        ],
      },
      { title: '不取什么', lines: ['不取位置，不读通讯录，不录音录像。', '不统计您什么时候登录、用了多久。'] },
      {
        title: '存在哪里',
        lines: ['月报和附件存在本单位所属专班的服务器上。', '谁在什么时候交、退、收，都有记录，不能改。'],
      },
      { title: '怎么不用', lines: ['在“我的”里退出登录就行。', '要解除绑定，请打牵头单位电话。'] },
    ],
  },
  complaints: {
    title: '投诉建议',
    parts: [
      {
        title: '怎么提',
        lines: [
          '请打牵头单位的电话，工作时间有人接。',
          '用着不方便、数据不对、重复要材料，都可以提。',
          '绑定岗位以后，也可以在“我的”里写。',
        ],
      },
      { title: '提了以后', lines: ['牵头单位记下来，办完告诉您结果。', '提意见不影响报送和评分。'] },
    ],
  },
  about: {
    title: '关于',
    parts: [{ title: '是什么', lines: ['工作专班内部用的月报、提醒和审核工具。', '不设打卡，不排名次，不看谁登录。'] }],
  },
} as const satisfies Record<string, Statement>;

export type StatementName = keyof typeof STATEMENTS;
