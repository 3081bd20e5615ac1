;;; eglot.el --- What a person does in Emacs with eglot, without a screen  -*- lexical-binding: t; coding: utf-8 -*-

;; The settings were loaded before; eglot comes from Debian's package.
(package-initialize)
(require 'eglot)
(require 'json)
(require 'imenu)
(setq eglot-connect-timeout 60
      eglot-confirm-server-initiated-edits nil
      confirm-kill-processes nil
      make-backup-files nil
      create-lockfiles nil
      auto-save-default nil)

(defvar bizarch-report (getenv "BIZARCH_REPORT"))

(defun check (name ok &optional detail)
  "Write to the report whether OK holds of NAME, and DETAIL where it does not."
  (let ((coding-system-for-write 'utf-8))
    (write-region
     (concat (json-encode `((check . ,name) (ok . ,(if ok t :json-false)) (detail . ,(format "%S" detail)))) "\n")
     nil bizarch-report t 'silent)))

(defun wait (condition)
  "Wait until CONDITION gives something, and return it; nil where it never does."
  (let ((patience 1500) found)
    (while (and (not (setq found (funcall condition))) (> (cl-decf patience) 0))
      (accept-process-output nil 0.02))
    found))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun go (word &optional number)
  "Put point at the start of WORD, the NUMBER-th time that it is there.
A person needs a moment for that, in which eglot tells of the edits before."
  (when (bound-and-true-p eglot--managed-mode) (eglot--signal-textDocument/didChange))
  (goto-char (point-min))
  (search-forward word nil nil (or number 1))
  (goto-char (match-beginning 0)))

(defun finding (rule)
  "The diagnostic of RULE in this buffer."
  (seq-find (lambda (it) (string-match-p (regexp-quote rule) (flymake-diagnostic-text it)))
            (progn (flymake-start) (flymake-diagnostics))))

(defun written (diagnostic)
  (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))

(defun has (part whole) (and whole (string-match-p (regexp-quote part) whole)))

(defun bizarch-checks ()
  (let* ((root default-directory) (how (find-file-noselect "comment.bizarch")) server)
    (switch-to-buffer how)
    (check "the mode" (and (eq major-mode 'bizarch-mode) (eq (coding-system-eol-type buffer-file-coding-system) 1))
           (list major-mode buffer-file-coding-system))
    ;; What a person's next key would set off.
    (run-hooks 'post-command-hook)
    (setq server (wait #'eglot-current-server))
    (check "it connects by itself" server)

    (font-lock-ensure)
    (let ((faces (mapcar (lambda (word) (go word) (get-text-property (point) 'face)) '("🍏𝒳" "Le site" "tool site"))))
      (check "comments and texts have colours"
             (equal faces '(font-lock-comment-face font-lock-string-face nil)) faces))

    (let ((wrong (wait (lambda () (finding "équipe-données")))))
      (check "a finding is where its word is" (and wrong (equal (written wrong) "équipe-donées")) wrong))

    ;; An edit before everything else, with a sign of two units.
    (goto-char (point-min))
    (insert "/* é𝒳 */ \n")
    (eglot--signal-textDocument/didChange)
    (let ((moved (wait (lambda () (let ((it (finding "équipe-données")))
                                    (and it (equal (written it) "équipe-donées") it))))))
      (check "a finding goes along with an edit"
             (and moved (= (line-number-at-pos (flymake-diagnostic-beg moved)) 2)) moved))

    (go "site")
    (let (shown)
      (eglot-hover-eldoc-function (lambda (it &rest _) (setq shown it)))
      (wait (lambda () shown))
      (check "hover" (and (has "Le site 🍏" shown) (has "website" shown)) shown))

    (go "équipe-données")
    (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
    (check "definition, in the other file"
           (and (equal (file-name-nondirectory buffer-file-name) "pourquoi.bizarch")
                (= (line-number-at-pos) 3) (looking-at "équipe-données"))
           (list buffer-file-name (point)))
    (switch-to-buffer how)

    (go "équipe-donées")
    (let* ((actions (eglot-code-actions (point) (+ (point) 5) "quickfix"))
           (action (seq-find (lambda (it) (has "équipe-données" (plist-get it :title))) actions)))
      (when action (eglot--apply-workspace-edit (plist-get action :edit)))
      (check "a quick fix" (has "accountable équipe-données }\n/* 𝒳 */" (text)) (list actions (text))))
    (eglot--signal-textDocument/didChange)
    (check "and the finding is gone" (wait (lambda () (not (finding "équipe-donées")))) (flymake-diagnostics))

    (go "pim; accountable")
    (forward-char 4)
    (insert " status ret;")
    (backward-char 1)
    (let ((words (bizarch-complete "retired")))
      (check "completion" (member "retired" words) words)
      (check "and what it writes" (has "{ category pim; status retired; accountable" (text)) (text)))

    (go "référentiel.Produit")
    (forward-char 13)
    (let ((words (bizarch-complete "référentiel.Produit" "Produit")))
      (check "completion of a name" (has "carries référentiel.Produit\n" (text)) (list words (text))))

    (eglot-format-buffer)
    (check "the layout" (has "\n  carries référentiel.Produit\n" (text)) (text))

    (let ((outline (format "%S" (eglot-imenu))))
      (check "the outline" (and (has "pim" outline) (has "site" outline)) outline))

    (when (eglot--server-capable :referencesProvider)
      (go "équipe-données")
      (let ((found (xref-backend-references 'eglot nil)))
        (check "references, in both files" (= (length found) 3) found)))

    (when (eglot--server-capable :signatureHelpProvider)
      (go "category pim")
      (forward-char 9)
      (let (shown)
        (eglot-signature-eldoc-function (lambda (it &rest _) (setq shown (or it "none"))))
        (check "help with what a line takes" (has "category" (wait (lambda () shown))) shown)))

    (when (eglot--server-capable :documentHighlightProvider)
      (go "site")
      (eglot--highlight-piggyback #'ignore)
      (check "highlights" (wait (lambda () (= (length eglot--highlights) 2))) eglot--highlights))

    (when (eglot--server-capable :workspaceSymbolProvider)
      (let ((found (xref-backend-apropos 'eglot "Produit")))
        (check "symbols of the workspace" found found)))

    (when (eglot--server-capable :renameProvider)
      (go "équipe-données")
      (eglot-rename "bureau-𐐷")
      (let ((both (concat (text) (with-current-buffer "pourquoi.bizarch" (text)))))
        (check "rename, in both files"
               (and (not (has "équipe-données" both))
                    (has "/* 🍏𝒳 */ team bureau-𐐷 \"Équipe données\"" both)
                    (= (length (split-string both "accountable bureau-𐐷")) 3))
               both)))

    (go "site")
    (let* ((actions (eglot-code-actions (point) (point) "refactor.rewrite"))
           (action (seq-find (lambda (it) (has "Retire tool 'site'" (plist-get it :title))) actions)))
      (when action (eglot--apply-workspace-edit (plist-get action :edit)))
      (check "a refactoring: a tool retires, with its flow"
             (and (has "status retired" (text)) (not (has "flow" (text))) (has "tool pim" (text)))
             (list actions (text))))

    (save-some-buffers t)
    (check "the line ends are as they were"
           (let ((coding-system-for-read 'utf-8-unix))
             (with-temp-buffer
               (insert-file-contents (expand-file-name "comment.bizarch" root))
               (goto-char (point-min))
               (= (how-many "\n") (how-many "\r\n"))))
           nil)
    (check "nothing to complain of" (not (get-buffer "*Warnings*"))
           (and (get-buffer "*Warnings*") (with-current-buffer "*Warnings*" (text))))
    (eglot-shutdown server nil 30)
    (check "the server is let go" (wait (lambda () (not (jsonrpc-running-p server)))))))

(defun bizarch-complete (word &optional shown)
  "What is offered at point; WORD, or what is SHOWN for it, is taken as a person would."
  (let* ((capf (eglot-completion-at-point))
         (start (nth 0 capf)) (end (nth 1 capf)) (table (nth 2 capf))
         (words (all-completions (buffer-substring-no-properties start end) table))
         (chosen (seq-find (lambda (it) (member (substring-no-properties it) (list word shown))) words)))
    (when chosen
      (delete-region start end)
      (goto-char start)
      (insert chosen)
      (funcall (plist-get (nthcdr 3 capf) :exit-function) chosen 'finished))
    (mapcar #'substring-no-properties words)))

(condition-case problem
    (bizarch-checks)
  (error (check "the checks run to their end" nil problem) (kill-emacs 1)))
(kill-emacs 0)
