"""Kills real runs of the commands that write, fills the disk, takes away rights, runs two at once: what is left?"""
