-- What a person does in Neovim, without a screen. It runs as a coroutine that is woken now and then, so that the editor's
-- own loop goes on in between, in insert mode too.

local report = io.open(vim.env.BIZARCH_REPORT, "w")

local function check(name, ok, detail)
  report:write(vim.fn.json_encode({ check = name, ok = ok and true or false, detail = vim.inspect(detail) }) .. "\n")
  report:flush()
end

-- How often something that does not come is looked for.
local PATIENCE = 1500

local function wait(condition)
  for _ = 1, PATIENCE do
    local found = condition()
    if found then return found end
    coroutine.yield()
  end
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, true), "\n")
end

-- Puts the cursor on a word: the place of its first sign, the number-th time that it is there.
local function go(word, number)
  vim.fn.cursor(1, 1)
  for _ = 1, number or 1 do vim.fn.search("\\V" .. word, "W") end
end

-- What is written at a place of a diagnostic, as Neovim turned it into bytes.
local function written(d)
  return vim.api.nvim_buf_get_text(d.bufnr or 0, d.lnum, d.col, d.end_lnum, d.end_col, {})[1]
end

local function keys(sequence)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(sequence, true, false, true), "t", false)
end

local function find(code)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.code == code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code == code) then return d end
  end
end

-- Closes a window that floats, and returns what was in it.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local content = text(vim.api.nvim_win_get_buf(window))
      vim.api.nvim_win_close(window, true)
      return content
    end
  end
end

-- The words that are offered. There is no screen, and so no menu can be seen.
local function offeredWords()
  local info = vim.fn.complete_info({ "items", "mode" })
  return info.mode == "eval" and #info.items > 0 and vim.tbl_map(function(item) return item.word end, info.items)
end

local function can(capability)
  return vim.lsp.get_client_by_id(bizarch).server_capabilities[capability]
end

local function checks()
  vim.cmd("edit comment.bizarch")
  local how = vim.api.nvim_get_current_buf()
  check("the file type", vim.bo.filetype == "bizarch" and vim.bo.fileformat == "dos", vim.bo.filetype)

  local wrong = wait(function() return find("unknown-reference") end)
  check("a finding is where its word is", wrong and written(wrong) == "équipe-donées", wrong)
  check("and says what was meant", wrong and wrong.message:find("équipe-données", 1, true), wrong)

  -- An edit before everything else, with a sign of two units.
  vim.api.nvim_buf_set_text(how, 0, 0, 0, 0, { "/* é𝒳 */ ", "" })
  local moved = wait(function()
    local d = find("unknown-reference")
    return d and d.lnum == 1 and d
  end)
  check("a finding goes along with an edit", moved and written(moved) == "équipe-donées", moved)

  go("site", 1)
  vim.lsp.buf.hover()
  local shown = wait(floating)
  check("hover", shown and shown:find("Le site 🍏", 1, true) and shown:find("website", 1, true), shown)

  go("équipe-données", 1)
  vim.lsp.buf.definition()
  wait(function() return vim.fn.expand("%:t") == "pourquoi.bizarch" end)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local there = vim.api.nvim_get_current_line():sub(column + 1)
  check("definition, in the other file", row == 3 and vim.startswith(there, "équipe-données"), { row, there })
  vim.cmd("buffer " .. how)

  go("équipe-donées", 1)
  local choose_one = vim.ui.select
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item or function(item) return item[2].title end, items)
    for index, item in ipairs(items) do
      if offered[index]:find("équipe-données", 1, true) then return choose(item, index) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait(function() return not text(how):find("équipe-donées", 1, true) or nil end)
  vim.ui.select = choose_one
  check("a quick fix", text(how):find("accountable équipe-données }\n/* 𝒳 */", 1, true), { offered, text(how) })
  wait(function() return not find("unknown-reference") end)
  check("and the finding is gone", not find("unknown-reference"), vim.diagnostic.get(0))

  vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"
  go("pim; accountable")
  keys("f;i; status ret<C-x><C-o>")
  local words = wait(offeredWords)
  check("completion", words and vim.tbl_contains(words, "retired"), words)
  keys("<C-y><Esc>")
  wait(function() return text(how):find("status retired", 1, true) and vim.fn.mode() == "n" end)
  check("and what it writes", text(how):find("{ category pim; status retired; accountable", 1, true), text(how))

  -- References are completed behind a sign of two units, and in the middle of a name.
  go("référentiel.Produit")
  keys("fPC<C-x><C-o>")
  local entities = wait(offeredWords)
  keys("<C-y><Esc>")
  wait(function() return vim.fn.mode() == "n" and text(how):find("référentiel.Produit\n", 1, true) end)
  check("completion of a name", text(how):find("carries référentiel.Produit\n", 1, true), { entities, text(how) })

  local format = vim.lsp.buf.format or vim.lsp.buf.formatting_sync
  format()
  check("the layout", text(how):find("\n  carries référentiel.Produit\n", 1, true), text(how))
  check("which leaves the line ends", vim.bo.fileformat == "dos" and not text(how):find("\r"), vim.bo.fileformat)

  vim.lsp.buf.document_symbol()
  local outline = wait(function()
    local list = vim.fn.getqflist({ items = 1, title = 1 }).items
    return #list > 0 and vim.tbl_map(function(item) return item.text end, list)
  end)
  vim.cmd("cclose")
  vim.cmd("buffer " .. how)
  check("the outline", outline and table.concat(outline, "|"):find("pim", 1, true), outline)

  if can("referencesProvider") then
    vim.fn.setqflist({})
    go("équipe-données")
    vim.lsp.buf.references()
    local used = wait(function()
      local list = vim.fn.getqflist()
      return #list > 0 and vim.tbl_map(function(item) return vim.fn.bufname(item.bufnr) .. ":" .. item.lnum end, list)
    end)
    vim.cmd("cclose")
    vim.cmd("buffer " .. how)
    check("references, in both files", used and #used == 3, used)
  end

  if can("documentHighlightProvider") then
    go("site", 1)
    vim.lsp.buf.document_highlight()
    local space = vim.api.nvim_get_namespaces()["vim_lsp_references"] or vim.api.nvim_create_namespace("vim_lsp_references")
    local marks = wait(function()
      local found = vim.api.nvim_buf_get_extmarks(how, space, 0, -1, {})
      return #found > 0 and found
    end)
    check("highlights", marks and #marks == 2, marks)
  end

  if can("workspaceSymbolProvider") then
    vim.fn.setqflist({})
    vim.lsp.buf.workspace_symbol("Produit")
    local symbols = wait(function()
      local list = vim.fn.getqflist()
      return #list > 0 and list
    end)
    vim.cmd("cclose")
    vim.cmd("buffer " .. how)
    check("symbols of the workspace", symbols and symbols[1].text:find("Produit", 1, true), symbols)
  end

  if can("callHierarchyProvider") then
    vim.fn.setqflist({})
    go("site", 1)
    vim.lsp.buf.incoming_calls()
    local calls = wait(function()
      local list = vim.fn.getqflist()
      return #list > 0 and list
    end)
    vim.cmd("cclose")
    vim.cmd("buffer " .. how)
    check("where data comes from", calls and calls[1].text:find("pim", 1, true), calls)
  end

  if can("signatureHelpProvider") then
    go("category pim")
    keys("wi")
    wait(function() return vim.fn.mode() == "i" end)
    vim.lsp.buf.signature_help()
    local help = wait(floating)
    keys("<Esc>")
    wait(function() return vim.fn.mode() == "n" end)
    check("help with what a line takes", help and help:find("category", 1, true), help)
  end

  if can("renameProvider") then
    go("équipe-données")
    vim.lsp.buf.rename("bureau-𐐷")
    local other = vim.fn.bufnr("pourquoi.bizarch")
    wait(function() return text(how):find("bureau-𐐷", 1, true) and text(other):find("bureau-𐐷", 1, true) end)
    local both = text(how) .. "\n" .. text(other)
    check("rename, in both files", not both:find("équipe-données", 1, true)
      and select(2, both:gsub("accountable bureau%-𐐷", "")) == 2
      and both:find('/* 🍏𝒳 */ team bureau-𐐷 "Équipe données"', 1, true), both)
  end

  -- Over two lines that end in CRLF, with signs of two units before them.
  go("site", 1)
  local one_of = vim.ui.select
  vim.ui.select = function(items, options, choose)
    local titles = vim.tbl_map(options.format_item or function(item) return item[2].title end, items)
    for index, item in ipairs(items) do
      if titles[index]:find("Retire tool 'site'", 1, true) then return choose(item, index) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait(function() return not text(how):find("flow", 1, true) end)
  vim.ui.select = one_of
  check("a refactoring: a tool retires, with its flow", text(how):find("bureau-𐐷; status retired }", 1, true)
    and not text(how):find("flow", 1, true) and text(how):find("tool pim", 1, true), text(how))

  vim.cmd("silent! wall")
  local messages = vim.api.nvim_exec("messages", true)
  check("nothing to complain of", not messages:find("bizarch: ", 1, true) and not messages:find("Error", 1, true), messages)

  vim.lsp.stop_client(bizarch)
  check("the server is let go", wait(function() return vim.lsp.client_is_stopped(bizarch) end), nil)
end

local script = coroutine.create(checks)
local timer = vim.loop.new_timer()
timer:start(20, 20, vim.schedule_wrap(function()
  if coroutine.status(script) == "dead" then return end
  local ok, problem = coroutine.resume(script)
  if not ok then check("the checks run to their end", false, problem) end
  if coroutine.status(script) == "dead" then vim.cmd(ok and "qall!" or "cquit!") end
end))
