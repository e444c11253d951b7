// Where an HTML comment ends: at `-->`, `--!>`, and for the empty ones at `<!-->` and `<!--->`.

/** Where a scan stands inside a comment, right after `<!--`. */
export type Comment = { dashes: number; bang: boolean; fresh: boolean };

/** Starts a comment. Its opening dashes count for `<!-->` and `<!--->`. */
export function beginComment(): Comment {
  return { dashes: 2, bang: false, fresh: true };
}

/** Reads one byte; true when it ends the comment. */
export function readCommentByte(comment: Comment, byte: number): boolean {
  if (byte === 0x2d) {
    comment.dashes = comment.bang ? 1 : comment.dashes + 1;
    comment.bang = false;
    return false;
  }
  if (byte === 0x3e) {
    if (comment.bang || comment.dashes >= 2) return true;
  }
  // The opening dashes do not count for `--!>`.
  comment.bang = byte === 0x21 && !comment.bang && comment.dashes >= (comment.fresh ? 4 : 2);
  comment.dashes = 0;
  comment.fresh = false;
  return false;
}
