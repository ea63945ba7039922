import type { ThemeConfig } from 'antd';

// What a machine has of its own comes first; the slices we serve fill in only what it lacks.
const fontFamily =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Ink blue for what can be done, red only as a line: destructive buttons must stay the only red ones. */
export const theme: ThemeConfig = {
  token: {
    fontFamily,
    colorPrimary: '#1d4f91',
    colorInfo: '#1d4f91',
    colorInfoBg: '#e7eef8',
    colorInfoBorder: '#b9cde8',
    colorLink: '#1d4f91',
    colorError: '#b3261e',
    colorText: '#1f2733',
    colorTextSecondary: '#556070',
    // What explains a field, or stands in it, is to be read: AntD's own is too pale for that.
    colorTextDescription: '#556070',
    colorTextPlaceholder: '#66707e',
    colorBorder: '#cfd6df',
    colorBorderSecondary: '#e3e8ee',
    colorBgLayout: '#f3f5f8',
    borderRadius: 4,
    fontSize: 14,
    wireframe: false,
    // AntD does not ask the machine by itself.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Descriptions: { labelColor: '#556070' },
    Table: { headerBg: '#f3f5f8', headerColor: '#3c4756', cellPaddingBlockSM: 6 },
    Tree: { titleHeight: 26, nodeSelectedBg: '#e3ecf8', nodeHoverBg: '#f0f3f7' },
    Tabs: { horizontalItemPadding: '10px 0' },
  },
};
