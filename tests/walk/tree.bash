# A small tree with what a walk must tell apart; its answers are recorded in answers.txt.

# make_small_tree DIR
make_small_tree() (
    mkdir "$1" && cd "$1" && mkdir -p a/b/c a/d empty .hidden 'two words' &&
        touch file a/1 a/b/2 a/b/c/3 .hidden/.file 'two words/-dash' && mkfifo fifo &&
        mkdir $'new\nline' $'tab\t' "it's" 'a "quote"' $'both\'"' 'back\slash' $'caf\xc3\xa9' $'\xf0\x9f\x90\x8d' \
            $'caf\xe9' $'\xff' $'cut\xe2\x82' $'\xed\xa0\x80' $'no-break\xc2\xa0space' $'\x7f' $'\x01' &&
        touch $'caf\xe9/\xc3\xa9\xff' $'\xff/\xfe' $'new\nline/\r' &&
        ln -s a link && ln -s ../a empty/link && ln -s link link-to-link && ln -s nowhere dangling &&
        ln -s loop loop && ln -s file link-to-file && ln -s ../../file a/b/up && ln -s fifo link-to-fifo &&
        ln -s $'caf\xe9' $'link-caf\xe9'
)
